package org.convergence.safety.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The self-assessment of two years on its pages. */
@ModuleTest
class AssessmentPagesTest {

    private static final String LIST = "/safety/assessment";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private int year;

    @BeforeEach
    void empty() {
        users.ensureOrganisation();
        delete();
        year = settings.today().getYear();
    }

    @AfterEach
    void delete() {
        db.sql("DELETE FROM safety.assessment_question").update();
        db.sql("DELETE FROM safety.assessment").update();
        db.sql("DELETE FROM plan.checklist_item WHERE kind = 'safety.assessment'")
                .update();
    }

    @Test
    void theFirstYearBeginsWithTheBaseGridAndTheNextWithTheLastOne() {
        assertThat(grid())
                .contains("Gouvernance et responsabilités\t", "Ressources\t")
                .hasLineCount(20);
        begin(year - 1, "A\tun\nB\tdeux");
        assertThat(grid()).isEqualTo("A\tun\nB\tdeux");
        assertThat(pages.as(Role.STAFF).post(LIST + "/new", "year=" + (year - 1), "source=x", "grid=A\tun"))
                .as("one a year")
                .hasStatus(422);
        assertThat(pages.as(Role.BOARD_MEMBER).get(LIST + "/new")).hasStatus(403);
    }

    @Test
    void theBaseGridIsToldInTheLanguageOfTheReader() {
        String url =
                begin(year, "Déplacements\tDes points de contact sont prévus et suivis\nChez nous\tNotre question");
        Actor french = users.actor(Role.STAFF);
        PageVisitor english = pages.as(new Actor(french.id(), french.label(), null, "en", french.permissions()));
        assertThat(english.open(url).select("main").text()).contains("Travel management", "Chez nous");
        assertThat(english.open(LIST).select("main").text()).contains("Travel management");
        assertThat(english.open(url + "/headings/1").select("main").text())
                .contains("Travel management", "Check-ins are planned and followed")
                .doesNotContain("Déplacements", "points de contact");
        assertThat(pages.as(Role.STAFF).open(url).select("main").text()).contains("Déplacements");
    }

    private String grid() {
        return pages.as(Role.STAFF).open(LIST + "/new").select("textarea").text();
    }

    private String begin(int of, String grid) {
        var begun = pages.as(Role.STAFF).post(LIST + "/new", "year=" + of, "source=Sécurité", "grid=" + grid);
        assertThat(begun).hasStatus(303);
        return Objects.requireNonNull(begun.getResponse().getRedirectedUrl());
    }

    @Test
    void yearsStandSideBySideAndActionsBecomeTasks() {
        String last = begin(year - 1, "A\tun\n\tdeux\nB\ttrois");
        answer(last + "/headings/1", 2, "q1-score=0", "q1-action=Écrire le plan", "q2-score=3", "q2-evidence=Dossier");
        assertThat(pages.as(Role.STAFF).post(last + "/close", "version=1", "dueOn=" + settings.today()))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open("/").text().replace('\u00a0', ' '))
                .contains("Liste de contrôle : Sécurité " + (year - 1), "Écrire le plan");
        assertThat(pages.as(Role.STAFF).post(last + "/headings/1", "version=4", "q1-score=1"))
                .as("finished")
                .hasStatus(422);
        var finished = pages.as(Role.STAFF).open(last + "/headings/1").select("main");
        assertThat(finished.select("input:not([type=hidden]), select, textarea"))
                .as("a finished assessment is read, not greyed out")
                .isEmpty();
        assertThat(finished.text().replace('\u00a0', ' '))
                .contains("0 · Rien encore", "Ce qu’on fera : Écrire le plan", "3 · En place", "Dossier");
        String current = begin(year, "A\tun\n\tdeux");
        assertThat(pages.as(Role.STAFF).open(current + "/headings/1").text().replace('\u00a0', ' '))
                .contains("L’année d’avant : 3 · En place, preuve à l’appui. Preuve : Dossier");
        answer(current + "/headings/1", 2, "q1-score=2");
        assertThat(pages.as(Role.BOARD_MEMBER).open(LIST).select("tbody tr").eachText())
                .containsExactly("A 2 1,5", "B – –");
    }

    private void answer(String url, int version, String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 1);
        all[fields.length] = "version=" + version;
        assertThat(pages.as(Role.STAFF).post(url, all)).hasStatus(303);
    }

    @Test
    void fullMarksNeedEvidenceAndTheSecondEditorOfAHeadingIsTold() {
        String url = begin(year, "A\tun\nB\tdeux");
        var refused = pages.as(Role.STAFF).post(url + "/headings/1", "version=1", "q1-score=3");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).contains("Un 3 demande une preuve");
        answer(url + "/headings/1", 1, "q1-score=1");
        answer(url + "/headings/2", 1, "q1-score=2");
        assertThat(pages.as(Role.STAFF).post(url + "/headings/1", "version=1", "q1-score=0"))
                .hasStatus(409);
        assertThat(pages.as(Role.STAFF).get(url + "/headings/3")).hasStatus(404);
    }

    @Test
    void theReportIsAPdfAndAWordFile() {
        String url = begin(year, "A\tun\nB\tdeux");
        answer(url + "/headings/1", 1, "q1-score=1", "q1-action=Écrire");
        assertThat(pages.as(Role.BOARD_MEMBER).get(url + "/report.pdf"))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(pages.as(Role.BOARD_MEMBER).get(url + "/report.docx")).hasStatusOk();
        assertThat(pages.as(Role.BOARD_MEMBER).get(url + "/report.xlsx")).hasStatus(404);
    }
}
