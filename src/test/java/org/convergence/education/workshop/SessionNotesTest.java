package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a session leaves for the next one: notes of its facilitators, and evaluations on paper; and the catalogue on paper. */
@ModuleTest
class SessionNotesTest {

    @Autowired
    private WorkshopFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
        db.sql("DELETE FROM education.workshop_break").update();
    }

    @Test
    void notesOfFacilitatorsStayWithTheSessionAndReachTheNextVersion() {
        String session =
                "/education/workshop/sessions/" + fixture.held(20, true).value();
        int version = version();
        assertThat(pages.as(Role.STAFF).post(session + "/notes", "version=" + version, "notes=Prévoir une carte."))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(session + "/notes", "version=" + version, "notes=Autre chose"))
                .as("opened before")
                .hasStatus(409);
        assertThat(pages.as(Role.VOLUNTEER).post(session + "/notes", "version=" + version(), "notes=Rien"))
                .hasStatus(403);
        assertThat(fixture.main(session)).contains("Prévoir une carte.");
        assertThat(fixture.main("/education/workshop/catalogue/" + fixture.workshop()))
                .as("beside the outline that is to be revised")
                .contains("Prévoir une carte.");
        assertThat(pages.as(Role.STAFF).post(session + "/unhold")).hasStatus(303);
        assertThat(fixture.main(session)).contains("Prévoir une carte.");
    }

    private int version() {
        return db.sql("SELECT version FROM education.workshop_session")
                .query(Integer.class)
                .single();
    }

    @Test
    void evaluationsOnPaperJoinTheOthersUntilItCloses() throws IOException {
        String session =
                "/education/workshop/sessions/" + fixture.held(20, true).value();
        assertThat(pages.as(Role.STAFF).post(session + "/paper"))
                .as("a blank one")
                .hasStatus(422);
        for (int i = 0; i < 5; i++) {
            assertThat(pages.as(Role.STAFF).post(session + "/paper", "learned=YES", "useful=NO"))
                    .hasStatus(303);
        }
        assertThat(fixture.count("platform.audit_entry WHERE table_name LIKE 'education.workshop_%answer'"))
                .isZero();
        assertThat(pages.as(Role.STAFF).post(session + "/close")).hasStatus(303);
        assertThat(fixture.main(session)).contains("5 réponses", "Oui 5");
        assertThat(pages.as(Role.STAFF).post(session + "/paper", "learned=YES"))
                .as("closed")
                .hasStatus(422);
        assertThat(pdf(pages.as(Role.STAFF).get(session + "/sheet.pdf")))
                .contains("J’ai appris quelque chose", "Oui", "Un peu", "Non");
    }

    @Test
    void noEvaluationOnPaperBeforeTheSessionOrWithoutIt() {
        String paper = "/education/workshop/sessions/" + fixture.held(20, false).value() + "/paper";
        db.sql("UPDATE education.workshop_session SET day = day + 1").update();
        assertThat(pages.as(Role.STAFF).post(paper, "learned=YES"))
                .as("tomorrow")
                .hasStatus(422);
        db.sql("UPDATE education.workshop_session SET day = day - 1, state = 'CANCELLED'")
                .update();
        assertThat(pages.as(Role.STAFF).post(paper, "learned=YES"))
                .as("cancelled")
                .hasStatus(404);
        assertThat(fixture.count("education.workshop_open_answer")).isZero();
    }

    @Test
    void aBackgroundCheckIsAttestedWithItsDay() {
        String pool = "/education/workshop/facilitators";
        String one = pool + "/" + fixture.facilitator();
        assertThat(pages.as(Role.STAFF).post(one, "version=1", "active=true", "checkedOn=2026-09-01"))
                .as("by nobody")
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#f-checkedBy\"");
        assertThat(pages.as(Role.STAFF)
                        .post(one, "version=1", "active=true", "checkedOn=2040-09-01", "checkedBy=École"))
                .as("in the future")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(one, "version=1", "active=true", "checkedOn=2026-09-01", "checkedBy=École des Rives"))
                .hasStatus(303);
        assertThat(fixture.main(pool))
                .contains("Antécédents vérifiés le 1er septembre 2026, attestés par École des Rives");
        assertThat(pages.as(Role.STAFF).open(one).select("[name=checkedBy]").val())
                .isEqualTo("École des Rives");
    }

    @Test
    void aDateInAWeekWithoutSchoolSaysSo() {
        String pool = "/education/workshop/facilitators";
        var day = fixture.wished();
        String[] closed = {"name=Semaine de relâche", "fromOn=" + day.minusDays(2), "untilOn=" + day.plusDays(2)};
        assertThat(pages.as(Role.STAFF).post(pool + "/breaks", closed[0], closed[1], "untilOn=" + day.minusDays(3)))
                .hasStatus(422);
        assertThat(pages.as(Role.VOLUNTEER).post(pool + "/breaks", closed)).hasStatus(403);
        assertThat(pages.as(Role.STAFF).post(pool + "/breaks", closed)).hasStatus(303);
        fixture.ask("first=" + day, "second=" + day.plusDays(9), "mail=bao@ecole.example");
        String request = "/education/workshop/requests/" + fixture.only("workshop_request");
        assertThat(fixture.main(request))
                .as("of two dates")
                .containsOnlyOnce("fermé, Semaine de relâche")
                .containsPattern(day.getDayOfMonth() + "e?r? [^:]{3,20} : fermé");
        String id = db.sql("SELECT id FROM education.workshop_break")
                .query(String.class)
                .single();
        assertThat(pages.as(Role.STAFF).post(pool + "/breaks/" + id + "/remove"))
                .hasStatus(303);
        assertThat(fixture.main(request)).doesNotContain("Semaine de relâche");
    }

    @Test
    void thePublicCatalogueIsPrinted() throws IOException {
        db.sql("""
                        INSERT INTO education.workshop (id, title, theme, minutes, languages, outline, revised_on, published)
                        VALUES (gen_random_uuid(), 'Pas encore prêt', 'Textile', 60, '{fr}', 'Tour de table', current_date, false)
                        """).update();
        String paper = pdf(pages.asStranger().get("/public/workshops/catalogue.pdf?in=es"));
        assertThat(paper).contains("Nuestros talleres", "Textile", "Le fil du coton", "Accueil (5 min)", "1 h 30");
        assertThat(paper).doesNotContain("Pas encore prêt");
        assertThat(pages.asStranger()
                        .open("/public/workshops?in=fr")
                        .select("a[href^=/public/workshops/catalogue.pdf]"))
                .hasSize(1);
    }

    private static String pdf(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk();
        try (PDDocument pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
        }
    }
}
