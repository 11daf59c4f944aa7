package org.convergence.platform.mail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import org.convergence.platform.mail.domain.OutboxService.OutboxHealth;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.HomeCard.Card;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first page says since when the server takes nothing, and which letters need a person. */
@ModuleTest
class MailSetupHomeCardTest {

    @Autowired
    private MailSetupHomeCard card;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private RecipientWords words;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noLetter() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Test
    void saysWhatKeepsLettersFromLeaving() {
        ZonedDateTime noon =
                settings.today().atTime(12, 5).atZone(settings.current().zone());
        assertThat(sentences(new OutboxHealth(noon.toInstant(), "NO_CONNECTION", 3, 1, 14)))
                .containsExactly(
                        "**Le serveur de courriel ne répond pas** depuis 12 h 5 : rien d’autre n’attend.",
                        "**3 lettres ne sont pas arrivées** cette semaine : refusées, ou abandonnées après plusieurs jours.",
                        "**Une lettre peut-être partie** : envoyez-la de nouveau, ou considérez-la comme arrivée.",
                        "**14 lettres ont trop attendu** et ne partiront plus : ce qu’elles disaient n’a plus cours.");
        assertThat(card.show(new OutboxHealth(null, null, 3, 0, 0), words.forLanguage("fr")))
                .singleElement()
                .satisfies(each -> assertThat(String.valueOf(each)).contains("/platform/mail?only=REFUSED"));
        assertThat(sentences(new OutboxHealth(noon.minusYears(1).toInstant(), "WRONG_PASSWORD", 0, 0, 0)))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("refuse notre mot de passe", "depuis le ", "à 12 h 5"));
        assertThat(sentences(new OutboxHealth(null, null, 0, 0, 0))).isEmpty();
    }

    private List<String> sentences(OutboxHealth health) {
        return card.show(health, words.forLanguage("fr")).stream()
                .map(Card::sentence)
                .map(text -> String.valueOf(text).replace('\u00a0', ' '))
                .toList();
    }
}
