package org.convergence.cooperation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What happens here is told to partners in their language, on their pages. */
@ModuleTest
class PartnerDigestTest {

    private static final String DIGESTS = "/cooperation/watch/digests";

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void deleteDigests() {
        users.ensureOrganisation();
        fixture.clear();
        db.sql("DELETE FROM cooperation.watch_item").update();
        db.sql("DELETE FROM cooperation.watch_digest").update();
    }

    @Test
    void aDigestIsOnThePageOfThePartnerAsLongAsItsWordsMayBe() {
        String note = keep("Ils nous suivent depuis lundi.", "country=HT", "note=true")
                .replaceFirst(".*/", "");
        db.sql(
                        "INSERT INTO cooperation.watch_translation (id, item, language, words) VALUES (?, ?::uuid, 'es', 'Nos siguen')")
                .params(UUID.randomUUID(), note)
                .update();
        setNote(note, "audience = 'PARTNERS', yes_on = kept_on, yes_how = 'message', yes_wording = wording");
        String digest = String.valueOf(pages.as(Role.STAFF)
                .post(DIGESTS + "/new/partners/es", "use-" + note + "=true")
                .getResponse()
                .getHeader("Location"));
        assertThat(main(digest)).contains("paraît aussi sur la page par lien des partenaires");
        assertThat(partnerPage("es")).as("not sent").doesNotContain("Nos siguen");
        assertThat(pages.as(Role.STAFF).post(digest + "/share", "sharedOn=" + settings.today()))
                .hasStatus(303);
        assertThat(partnerPage("es")).contains("Lo que pasa aquí", "Nos siguen");
        assertThat(partnerPage("fr")).doesNotContain("Nos siguen", "Ce qui se passe ici");
        setNote(note, "audience = 'TEAM'");
        assertThat(partnerPage("es")).as("her yes withdrawn").doesNotContain("Nos siguen");
        setNote(note, "audience = 'PARTNERS'");
        assertThat(partnerPage("es")).contains("Nos siguen");
        db.sql("UPDATE cooperation.watch_translation SET words = 'Otras palabras'")
                .update();
        assertThat(partnerPage("es")).as("a yes to other words").doesNotContain("Nos siguen");
        db.sql("DELETE FROM cooperation.watch_item").update();
        assertThat(partnerPage("es")).as("her note deleted").doesNotContain("Nos siguen");

        for (int day = 1; day <= 4; day++) {
            db.sql("INSERT INTO cooperation.watch_digest (id, audience, language, made_on, title, body, shared_on)"
                            + " VALUES (?, 'PARTNERS', 'fr', ?, ?, 'Texte', ?)")
                    .params(
                            UUID.randomUUID(),
                            settings.today(),
                            "Envoi " + day,
                            settings.today().minusDays(5 - day))
                    .update();
        }
        assertThat(partnerPage("ht"))
                .contains("Sa k ap pase bò isit", "Envoi 2", "Envoi 3", "Envoi 4")
                .doesNotContain("Envoi 1");
    }

    @Test
    void aDigestIsWrittenInCreoleForPartnersAndReadOnTheirPages() {
        String item = keep("Salaire minimum haussé\nhttps://exemple.org/salaire", "country=HT")
                .replaceFirst(".*/", "");
        setNote(item, "audience = 'PARTNERS'");
        db.sql("INSERT INTO cooperation.watch_digest (id, audience, language, made_on, title, body, shared_on)"
                        + " VALUES (?, 'PARTNERS', 'fr', ?, 'En français', 'Texte', ?)")
                .params(UUID.randomUUID(), settings.today(), settings.today())
                .update();
        assertThat(partnerPage("ht")).as("as long as none is in Creole").contains("En français");
        assertThat(pages.as(Role.STAFF).get(DIGESTS + "/new/members/ht")).hasStatus(404);
        String digest = String.valueOf(pages.as(Role.STAFF)
                .post(
                        DIGESTS + "/new/partners/ht",
                        "use-" + item + "=true",
                        "words-" + item + "=Salè minimòm nan monte")
                .getResponse()
                .getHeader("Location"));
        assertThat(main(digest))
                .contains(
                        "Nouvèl isit, ",
                        "Ayiti",
                        "- Salè minimòm nan monte – selon yon sous, poko konfime (exemple.org)")
                .contains("créole haïtien")
                .doesNotContain("En faire une infolettre");
        assertThat(Pages.text(pages.as(Role.STAFF).post(digest + "/hand-over")))
                .contains("L’infolettre n’est pas écrite en créole");
        assertThat(main("/cooperation/watch/" + item)).contains("Salè minimòm nan monte");
        assertThat(pages.as(Role.STAFF).post(digest + "/share", "sharedOn=" + settings.today()))
                .hasStatus(303);
        assertThat(partnerPage("ht"))
                .contains("Nouvèl isit", "Salè minimòm nan monte")
                .doesNotContain("En français");
        assertThat(partnerPage("fr")).contains("En français").doesNotContain("Salè minimòm");
    }

    private void setNote(String id, String values) {
        db.sql("UPDATE cooperation.watch_item SET " + values + " WHERE id = ?::uuid")
                .param(id)
                .update();
    }

    private String partnerPage(String language) {
        var made = Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=" + language,
                        "country=HT"));
        String url = made.select("#made-url").val();
        String page = url.substring(url.indexOf("/public/"));
        var entered = pages.asStranger()
                .post(page + "/pin", "pin=" + made.select("#made-pin").val());
        return Pages.require(mvc.get()
                        .uri(page)
                        .cookie(Objects.requireNonNull(entered.getResponse().getCookie("notes")))
                        .exchange())
                .text();
    }

    private String keep(String paste, String... more) {
        MvcTestResult kept = pages.as(Role.STAFF).post("/cooperation/watch/new", form -> {
            form.field("paste", paste);
            for (String each : more) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
        assertThat(kept).as(Pages.text(kept)).hasStatus(303);
        return String.valueOf(kept.getResponse().getHeader("Location"));
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text();
    }
}
