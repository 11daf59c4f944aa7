package org.convergence.cooperation.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.cooperation.narrative.domain.NarrativeReportService;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.testing.Pages;
import org.convergence.testing.StatementCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Limits, approval, two editors, facts that change, the report before, readers, erasure, and programs. */
class NarrativeEditingTest extends NarrativeReportTestBase {

    @Autowired
    private NarrativeReportService reports;

    @Test
    void limitExceededIsRefusedWithTheNumbers() {
        String report = openReport();
        write(fixture.sections(report).get(0), 1, "1. Résultats", "mot ".repeat(61));
        write(fixture.sections(report).get(1), 1, "2. Partenaires", "Rien");
        assertThat(act(Role.STAFF, report, "submit")).hasStatus(303);
        assertThat(Pages.text(act(Role.COORDINATOR, report, "approve")).replace('\u00a0', ' '))
                .contains("« 1. Résultats » a 61 mots; le bailleur en accepte 60. Raccourcissez-la.");
    }

    @Test
    void submitterDoesNotApproveWhileAnotherPersonCan() {
        users.createSignInLink("Rose Dujardin", "rose.dujardin@exemple.org", Role.COORDINATOR);
        String report = openReport();
        for (String section : fixture.sections(report)) {
            write(section, 1, "Titre", "Texte.");
        }
        assertThat(act(Role.COORDINATOR, report, "submit")).hasStatus(303);
        assertThat(cooperation.main(report)).doesNotContain("Approuver");
        assertThat(cooperation.main("/")).doesNotContain("Relire le rapport");
        assertThat(Pages.text(act(Role.COORDINATOR, report, "approve"))).contains("une autre personne approuve");
    }

    @Test
    void readsTheApproversOnceForAllReportsOfAPage() {
        Actor submitter = users.actor(Role.COORDINATOR);
        TransactionTemplate reading =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        reading.setReadOnly(true);
        int statements = StatementCounter.count(() -> CurrentActor.runAs(
                submitter,
                () -> reading.executeWithoutResult(
                        each -> IntStream.range(0, 5).forEach(n -> reports.mayApprove(submitter.id())))));
        assertThat(statements).isEqualTo(1);
    }

    @Test
    void twoEditorsOfOneSectionLoseNothing() {
        String section = fixture.sections(openReport()).get(0);
        write(section, 1, "1. Résultats", "Ma phrase.");
        MvcTestResult late = pages.as(Role.STAFF)
                .post(section, "version=1", "heading=1. Résultats", "most=60", "unit=WORDS", "body=Sa phrase.");
        assertThat(late).hasStatus(409);
        assertThat(Pages.parse(late).text()).contains("Ma phrase.", "Sa phrase.");
    }

    @Test
    void factThatChangedIsSaidAndUpdatedWhereItStands() {
        String report = openReport();
        String section = fixture.sections(report).get(0);
        write(section, 1, "1. Résultats", "Avant.", "insert=" + fact(section, "RESULT"));
        cooperation.post(
                fixture.cell("/cooperation/project/" + project) + "/value", "version=1", "explanation=La pluie.");
        assertThat(cooperation.main(report)).contains("a changé depuis son insertion");
        assertThat(cooperation.main(section)).contains("A changé depuis :", "La pluie.");
        String refresh = pages.as(Role.COORDINATOR)
                .open(section)
                .select("form[action$=/refresh]")
                .attr("action");
        assertThat(pages.as(Role.STAFF).post(refresh, "version=1"))
                .as("an old version")
                .hasStatus(409);
        cooperation.post(refresh, "version=2");
        assertThat(cooperation.main(report))
                .contains("Avant.", "La pluie.")
                .doesNotContain("a changé depuis son insertion");
    }

    @Test
    void sectionsOfTheReportBeforeAreTakenUpAndItsActivitiesAreSaidToAnotherFunder() {
        String first = openReport();
        String section = fixture.sections(first).get(0);
        write(section, 1, "1. Résultats", "L’an dernier.", "insert=" + fact(section, "ACTIVITY"));
        write(fixture.sections(first).get(1), 1, "2. Partenaires", "Rien");
        for (Role role : List.of(Role.STAFF, Role.COORDINATOR)) {
            act(role, first, role == Role.STAFF ? "submit" : "approve");
        }
        assertThat(act(Role.COORDINATOR, first, "file")).hasStatus(303);
        UUID due = fixture.deliverable(project, "NR-2", "Fondation Rive");
        String next = cooperation
                .post(
                        "/cooperation/narrative/new",
                        "project=" + project,
                        "due=" + due,
                        "title=Rapport 2026",
                        "from=2025-01-01",
                        "to=2026-12-31",
                        "language=ENGLISH")
                .replace("/sections", "");
        cooperation.post(next + "/sections", "earlier=" + first.substring(first.lastIndexOf('/') + 1));
        assertThat(cooperation.main(fixture.sections(next).get(0)))
                .contains("La fois d’avant : Rapport 2025", "L’an dernier.")
                .doesNotContain("Déjà dans un rapport");
        String other =
                fixture.report(project, fixture.deliverable(project, "NR-3", "Caisse Sud"), "Autre", "Activités");
        assertThat(cooperation.main(fixture.sections(other).get(0)))
                .contains("Déjà dans un rapport figé pour Fondation Rive");
    }

    @Test
    void readerSeesButWritesNothing() {
        String report = openReport();
        assertThat(pages.as(Role.BOARD_MEMBER).get(report)).hasStatusOk();
        assertThat(pages.as(Role.BOARD_MEMBER).open(report).select("main form, main a[href$=/sections]"))
                .isEmpty();
        assertThat(pages.as(Role.BOARD_MEMBER).get(fixture.sections(report).get(0)))
                .hasStatus(403);
        assertThat(pages.as(Role.VOLUNTEER).post(report + "/submit", "version=1"))
                .hasStatus(403);
        assertThat(cooperation.main("/search?q=rapport 2025")).contains("Rapport 2025");
    }

    @Test
    void erasedOrSealedNameIsInNoTextAndTheFilesAreRewritten() throws IOException {
        String report = openReport();
        String section = fixture.sections(report).get(0);
        write(section, 1, "1. Résultats", "Zita Quermalet a tout organisé.");
        String passage = cooperation.post(
                fixture.sections(report).get(1) + "/passages",
                "partner=" + cooperation.partner().value());
        cooperation.post(passage, "version=1", "body=Zita Quermalet enseigne.", "translation=Zita Quermalet enseña.");
        write(fixture.sections(report).get(1), 1, "2. Partenaires", "Rien");
        act(Role.STAFF, report, "submit");
        act(Role.COORDINATOR, report, "approve");
        assertThat(act(Role.COORDINATOR, report, "file")).hasStatus(303);
        assertThat(word(report)).contains("Zita Quermalet");
        CurrentActor.runAs(users.actor(Role.COORDINATOR), () -> {
            var zita = persons.create(PersonFacts.named("Zita", "Quermalet"));
            transaction.executeWithoutResult(status -> references.forEach(each -> {
                each.rename(zita, IdentityReference.WITHOUT);
                each.erase(zita);
            }));
        });
        assertThat(word(report)).contains("1. Résultats").doesNotContain("Quermalet");
        assertThat(db.sql("""
                        SELECT count(*) FROM cooperation.narrative_section s
                        FULL JOIN cooperation.narrative_passage p ON p.section = s.id
                        WHERE (s::text || p::text) LIKE '%Quermalet%' OR s.body LIKE '%Quermalet%'
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void programsOpenReadAndWriteReports() throws Exception {
        String token = users.createToken(Role.COORDINATOR);
        String opened = Pages.text(mvc.post()
                .uri("/api/v1/narrative-reports")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"project": "%s", "title": "Interim", "language": "ENGLISH", "from": "2025-01-01", "to": "2025-12-31",
                         "sections": "Results (10 words)"}
                        """.formatted(project))
                .exchange());
        JsonNode made = Json.parse(opened).node();
        JsonNode section = made.path("sections").get(0);
        assertThat(section.path("most").asInt()).isEqualTo(10);
        String url = "/api/v1/narrative-reports/" + made.path("id").asString();
        assertThat(put(token, url, section, 1)).contains("Fine.");
        assertThat(put(token, url, section, 1)).as("an old version").contains("409");
        assertThat(Pages.text(mvc.get()
                        .uri("/api/v1/narrative-reports?filed=false&project=" + project)
                        .header("Authorization", "Bearer " + token)
                        .exchange()))
                .contains("Interim", "DRAFT");
    }

    private String put(String token, String url, JsonNode section, int version) {
        return Pages.text(mvc.put()
                .uri(url + "/sections/" + section.path("id").asString())
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\": %d, \"body\": \"Fine.\"}".formatted(version))
                .exchange());
    }
}
