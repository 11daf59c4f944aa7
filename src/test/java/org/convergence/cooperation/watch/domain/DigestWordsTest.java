package org.convergence.cooperation.watch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.convergence.platform.text.CreoleTexts;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.junit.jupiter.api.Test;

/** A digest says to partners in Haitian Creole all that it says in French. */
class DigestWordsTest {

    private static final CreoleTexts CREOLE = CreoleTexts.load(DigestWords.class, "digest_ht.properties");

    @Test
    void creoleHasAllTextsOfADigestForPartners() {
        Messages.load().patterns(Language.FRENCH).keySet().stream()
                .filter(key -> key.startsWith("public.watch."))
                // Members and the newsletter read no Creole.
                .filter(key -> !key.endsWith(".MEMBERS") && !key.startsWith("public.watch.lead."))
                .forEach(key -> assertThat(CREOLE.say(key, "x")).as(key).isNotEqualTo(key));
    }

    @Test
    void writesDaysAndMonthsWithItsOwnNames() {
        assertThat(CREOLE.say("public.watch.title.PARTNERS", YearMonth.of(2026, 12)))
                .isEqualTo("Nouvèl isit, desanm 2026");
        assertThat(CREOLE.say("public.watch.refuted-note", LocalDate.of(2026, 7, 1)))
                .contains("1 jiyè 2026");
        assertThat(CREOLE.sayOr("country.JP", "Japon")).isEqualTo("Japon");
    }
}
