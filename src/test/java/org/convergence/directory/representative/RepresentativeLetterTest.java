package org.convergence.directory.representative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.testing.MailSink;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letter with a representative’s link: shown first, taken back until it left, withheld after their function. */
@ModuleTest
class RepresentativeLetterTest {

    @Autowired
    private RepresentativeFixture represented;

    @Autowired
    private Pages pages;

    @Autowired
    private TestLetterSender senders;

    @Autowired
    private JdbcClient db;

    private OrganisationId maple = new OrganisationId(new UUID(0, 0));
    private String url = "";

    @BeforeEach
    void anOrganisationWithALink() {
        represented.clear();
        db.sql("DELETE FROM platform.mail_message").update();
        maple = represented.organisation("Syndicat de l’Érable");
        represented.holds("Ana", "Morales", "Trésorière", maple);
        represented.link(maple);
        url = "/directory/representative/of/" + maple.value();
    }

    @Test
    void showsTheLetterBeforeItIsSentAndTakesItBack() {
        Document shown = openLetter();
        assertThat(text(shown))
                .contains("ana@morales.example", "La page de Syndicat de l’Érable", "[complété à l’envoi]");
        assertThat(countLetters()).isZero();
        send();
        assertThat(text(open())).contains("Dernière lettre : En attente d’envoi", "Annuler la lettre");
        db.sql("UPDATE platform.mail_message SET cut_off = true").update();
        assertThat(text(open()))
                .as("it is sent once more")
                .contains("Dernière lettre : Peut-être parti", "Annuler la lettre");
        db.sql("UPDATE platform.mail_message SET cut_off = false").update();
        assertThat(pages.as(Role.STAFF).post(url + "/letter/take-back")).hasStatus(303);
        assertThat(text(open())).contains("Dernière lettre : Retenu").doesNotContain("Annuler la lettre");
    }

    @Test
    void saysOfALinkThatItsLetterHasNotLeft() {
        send();
        makeLinkByMail("now()");
        assertThat(links()).contains("Lettre : En attente d’envoi");
        makeLinkByMail("now() - interval '1 day'");
        assertThat(links()).as("the link of an earlier letter").contains("Jamais ouvert");
        makeLinkByMail("now()");
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();
        assertThat(links()).contains("Jamais ouvert");
    }

    @Test
    void withholdsTheLetterOfAPersonWhoseFunctionEnded() {
        send();
        db.sql("UPDATE directory.people_function SET until = current_date - 2").update();
        represented.holds("Luc", "Tilleul", "Trésorier", maple);
        try (MailSink sink = new MailSink(MailSink.Faults.NONE)) {
            senders.carry(sink.port());
            assertThat(sink.count()).isZero();
        }
        assertThat(text(open())).contains("Retenu", "cette adresse n’est plus celle");
    }

    private void send() {
        assertThat(pages.as(Role.STAFF).post(openLetter().select("main form").attr("action")))
                .hasStatus(303);
    }

    /** As when a letter leaves. */
    private void makeLinkByMail(String at) {
        db.sql("UPDATE directory.representative_link SET made_at = " + at + ", made_by = ?")
                .param(new UUID(0, 0))
                .update();
    }

    private int countLetters() {
        return db.sql("SELECT count(*) FROM platform.mail_message")
                .query(Integer.class)
                .single();
    }

    private Document openLetter() {
        return pages.as(Role.STAFF).open(open().select("a[href*=/letter/]").attr("href"));
    }

    private Document open() {
        return pages.as(Role.STAFF).open(url);
    }

    private String links() {
        return open().select("main section:last-of-type").text().replace('\u00a0', ' ');
    }

    private static String text(Document page) {
        return page.select("main").text().replace('\u00a0', ' ');
    }
}
