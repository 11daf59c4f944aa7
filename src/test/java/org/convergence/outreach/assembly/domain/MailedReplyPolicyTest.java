package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first word of a reply is its answer, unless what follows casts doubt on it (R-GOV-16). */
class MailedReplyPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oui|COMING",
                "OUI!|COMING",
                "« oui » merci|COMING",
                "Oui, je serai là vers 18 h|COMING",
                "Yes.|COMING",
                "Sí, allí estaré|COMING",
                "non|NOT_COMING",
                "Non merci|NOT_COMING",
                "No, I cannot|NOT_COMING",
                "Oui, pourrais-je venir avec une collègue?|COMING"
            })
    void readsTheFirstWord(String text, ReplyAnswer answer) {
        assertThat(MailedReplyPolicy.read(text).orElseThrow().answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?!",
                "Bonjour, oui",
                "Si je peux, je viendrai",
                "Oui, peut-être",
                "Oui ou non, je ne sais pas encore",
                "No problem, I will be there",
                "Non, pas de problème, je viens",
                "Nonobstant",
                "Ouistiti"
            })
    void leavesAnythingElseToPeople(String text) {
        assertThat(MailedReplyPolicy.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Oui|''", "Oui!!|''", "Non, je suis en congrès|Non, je suis en congrès"})
    void keepsWhatWasSaidBesideTheAnswer(String text, String words) {
        assertThat(MailedReplyPolicy.read(text + "\r\n\r\nMarie, tél. 555 0100")
                        .orElseThrow()
                        .words())
                .isEqualTo(words);
    }
}
