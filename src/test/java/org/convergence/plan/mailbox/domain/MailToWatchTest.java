package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A forwarded mail that is kept as an item of the watch, or becomes a request of a school or of a partner. */
@ModuleTest
class MailToWatchTest extends MailboxFixture {

    @Test
    void aForwardedMailIsKeptByOneButton() {
        db.sql("DELETE FROM cooperation.watch_item").update();
        forwards("veille", FORWARDED);
        read();
        String keep = open(maryse, theOne())
                .select("a:contains(Garder comme nouvelle)")
                .attr("href");
        Document page = open(maryse, keep);
        assertThat(page.select("textarea[name=paste]").text())
                .startsWith("Salle pour la formation")
                .contains("La salle est libre.");
        assertThat(open(other, keep).select("textarea[name=paste]").text())
                .as("another's mail")
                .isEmpty();
        assertThat(open(maryse, keep.replaceFirst("=.*", "=" + UUID.randomUUID()))
                        .select("textarea[name=paste]")
                        .text())
                .isEmpty();
        assertThat(keep(maryse, page)).as("no country").hasStatus(422);
        assertThat(waiting(maryse)).hasSize(1);
        MvcTestResult kept = keep(maryse, page, "HT");
        assertThat(kept).as(Pages.text(kept)).hasStatus(303);
        assertThat(waiting(maryse)).isEmpty();
        assertThat(db.sql("SELECT title FROM cooperation.watch_item")
                        .query(String.class)
                        .list())
                .containsExactly("Salle pour la formation");
    }

    @Test
    void aForwardedMailBecomesARequestForAWorkshop() {
        db.sql("DELETE FROM education.workshop_request WHERE asker = 'La Centrale'")
                .update();
        forwards("atelier", FORWARDED);
        read();
        String note = open(maryse, theOne())
                .select("a:contains(Noter comme demande d’atelier)")
                .attr("href");
        Document page = open(maryse, note);
        assertThat(page.select("[name=name]").val()).isEqualTo("Ana Morales");
        assertThat(page.select("textarea[name=purpose]").text())
                .contains("Salle pour la formation", "La salle est libre.");
        assertThat(open(other, note).select("textarea[name=purpose]").text())
                .as("another's mail")
                .isEmpty();
        MvcTestResult noted = mvc.post()
                .uri("/education/workshop/requests/new")
                .param("fromMail", page.select("[name=fromMail]").val())
                .param("kind", "REQUEST")
                .param("channel", "MAIL")
                .param("asker", "La Centrale")
                .param("name", "Ana Morales")
                .param("mail", "ana@centrale.example")
                .param("language", "fr")
                .with(csrf())
                .with(as(maryse))
                .exchange();
        assertThat(noted).as(Pages.text(noted)).hasStatus(303);
        assertThat(waiting(maryse)).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM education.workshop_request WHERE asker = 'La Centrale'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aForwardedMailBecomesARequestOfAPartner() {
        db.sql("DELETE FROM cooperation.partner_request WHERE title = 'Salle pour la formation'")
                .update();
        forwards("partenaire", FORWARDED);
        read();
        String note = open(maryse, theOne())
                .select("a:contains(Noter comme demande d’un partenaire)")
                .attr("href");
        Document page = open(maryse, note);
        assertThat(page.select("[name=title]").val()).isEqualTo("Salle pour la formation");
        assertThat(page.select("textarea[name=details]").text()).contains("Ana Morales", "La salle est libre.");
        assertThat(open(other, note).select("textarea[name=details]").text())
                .as("another's mail")
                .isEmpty();
        assertThat(request(maryse, page, "")).as("from nobody").hasStatus(422);
        assertThat(waiting(maryse)).hasSize(1);
        MvcTestResult noted = request(maryse, page, "La Centrale d’essai");
        assertThat(noted).as(Pages.text(noted)).hasStatus(303);
        assertThat(waiting(maryse)).isEmpty();
        assertThat(db.sql("SELECT received_on::text FROM cooperation.partner_request WHERE title = ?")
                        .param("Salle pour la formation")
                        .query(String.class)
                        .single())
                .as("the day of the mail")
                .isEqualTo(page.select("[name=received]").val());
    }

    private MvcTestResult request(Actor actor, Document page, String organisation) {
        return mvc.post()
                .uri("/cooperation/partner/requests/new")
                .param("mail", page.select("[name=mail]").val())
                .param("organisation-new", organisation)
                .param("title", page.select("[name=title]").val())
                .param("details", page.select("[name=details]").text())
                .param("channel", "MAIL")
                .param("received", page.select("[name=received]").val())
                .param("promised", page.select("[name=promised]").val())
                .with(csrf())
                .with(as(actor))
                .exchange();
    }

    private MvcTestResult keep(Actor who, Document page, String... country) {
        return mvc.post()
                .uri("/cooperation/watch/new")
                .param("paste", page.select("textarea[name=paste]").text())
                .param("mail", page.select("input[name=mail]").val())
                .param("country", country)
                .with(csrf())
                .with(as(who))
                .exchange();
    }
}
