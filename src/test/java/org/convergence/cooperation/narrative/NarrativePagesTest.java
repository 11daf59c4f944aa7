package org.convergence.cooperation.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.cooperation.fieldwork.PartnerPassageSource;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.narrative.NarrativeFixture.PartnerBrowser;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A report from the deliverable to the file, with facts beside it and the partner's yes. */
@ModuleTest
class NarrativePagesTest {

    private static final String SECTIONS =
            "1. Résultats (60 mots)\nComparez-les aux cibles.\n\n2. Partenaires (30 mots)";

    @Autowired
    private NarrativeFixture fixture;

    @Autowired
    private CooperationFixture cooperation;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private PersonService persons;

    @Autowired
    private List<IdentityReference> references;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PartnerPassageSource answers;

    @Autowired
    private JdbcClient db;

    private UUID project = new UUID(0, 0);

    @BeforeEach
    void aProjectWithFacts() {
        project = fixture.project();
    }

    private String openReport() {
        return fixture.report(
                project, fixture.deliverable(project, "NR-1", "Fondation Rive"), "Rapport 2025", SECTIONS);
    }

    private String fact(String section, String kind) {
        return pages.as(Role.COORDINATOR)
                .open(section)
                .select("button[name=insert][value^=" + kind + "]")
                .attr("value");
    }

    private void write(String section, int version, String heading, String body, String... more) {
        String[] fields = {"version=" + version, "heading=" + heading, "most=60", "unit=WORDS", "body=" + body};
        String[] all = Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
        cooperation.post(section, all);
    }

    private MvcTestResult act(Role role, String report, String act) {
        int version = db.sql("SELECT version FROM cooperation.narrative_report WHERE id = ?")
                .param(UUID.fromString(report.substring(report.lastIndexOf('/') + 1)))
                .query(Integer.class)
                .single();
        return pages.as(role).post(report + "/" + act, "version=" + version);
    }

    private String word(String report) throws IOException {
        byte[] bytes = pages.as(Role.COORDINATOR)
                .get(report + "/report.docx")
                .getResponse()
                .getContentAsByteArray();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText().replace('\u00a0', ' ');
        }
    }

    @Test
    void reportIsWrittenFromFactsReadByThePartnerAndFiledWithItsYes() throws IOException {
        UUID due = fixture.deliverable(project, "NR-1", "Fondation Rive");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/cooperation/narrative/new?due=" + due)
                        .select("option[selected]")
                        .eachText())
                .first()
                .isEqualTo("Couturières de deux rives");
        assertThat(cooperation.main("/cooperation/narrative/new")).contains("Entente fictive · Rapport annuel");
        String report = fixture.report(project, due, "Rapport 2025", SECTIONS);
        assertThat(cooperation.main("/cooperation/project/" + project)).contains("Rapports narratifs");
        assertThat(cooperation.main("/cooperation/narrative?project=" + project))
                .contains("Rapport 2025", "Fondation Rive");
        String results = fixture.sections(report).get(0);
        assertThat(cooperation.main(results))
                .contains("Comparez-les aux cibles.", "0 / 60 mots", "Déléguées formées", "cible : 40", "écart : −12")
                .contains("20 femmes", "3 non déclaré", "Sous la cible, sans explication")
                .contains("28 participations à 1 activité", "Elles peuvent quitter l’atelier.");
        write(results, 1, "1. Résultats", "Une bonne année.", "insert=" + fact(results, "RESULT"));
        assertThat(cooperation.main(report))
                .contains("Une bonne année.", "preuve", "est sous sa cible, sans explication")
                .contains("« 2. Partenaires » est vide");
        assertThat(pages.as(Role.COORDINATOR).open(report).select("mark a").attr("href"))
                .startsWith("/cooperation/project/" + project + "/results/");

        String second = fixture.sections(report).get(1);
        String passage = cooperation.post(
                second + "/passages", "partner=" + cooperation.partner().value());
        cooperation.post(passage, "version=1", "body=La coordinadora enseigne.");
        PartnerBrowser partner = fixture.partnerPage();
        assertThat(cooperation.main(passage)).contains("en espagnol : ajoutez ce texte dans sa langue");
        cooperation.post(passage, "version=2", "body=La coordinadora enseigne.", "translation=Enseña.");
        assertThat(cooperation.main(report)).contains("n’a pas encore lu le passage : il reste en dehors du fichier");
        assertThat(fixture.open(partner).text()).doesNotContain("enseigne");
        cooperation.post(report + "/show-passages");
        assertThat(fixture.open(partner).text())
                .contains("Nada de esto sale sin su sí", "«Rapport 2025»", "Fondation Rive", "Enseña.");
        assertThat(fixture.answer(partner, "CORRECTION", ""))
                .as("an empty correction")
                .hasStatus(422);
        assertThat(fixture.answer(partner, "CORRECTION", "Enseñamos juntas.")).hasStatus(303);
        assertThat(fixture.answer(partner, "YES", "", "1")).as("an old version").hasStatus(422);
        assertThat(cooperation.main(passage)).contains("Enseñamos juntas.", "Elle propose un autre texte");
        assertThat(word(report)).doesNotContain("Enseñamos", "enseigne").contains("Ébauche");
        cooperation.post(passage + "/correction", "version=" + passageVersion());
        assertThat(cooperation.main(passage)).contains("Enseñamos juntas.", "Pas encore montré");
        assertThat(pages.as(Role.COORDINATOR).post(passage + "/remove", "version=" + passageVersion()))
                .as("answered")
                .hasStatus(422);
        cooperation.post(
                passage,
                "version=" + passageVersion(),
                "body=Nous enseignons ensemble.",
                "translation=Enseñamos juntas.");
        cooperation.post(report + "/show-passages");
        assertThat(fixture.answer(partner, "YES", "")).hasStatus(303);
        assertThat(cooperation.main(report)).contains("Elle a dit oui").doesNotContain("en dehors du fichier");

        assertThat(cooperation.main(second)).contains("27 mots, car les passages acceptés en prennent 3");

        assertThat(act(Role.COORDINATOR, report, "file")).as("not approved").hasStatus(422);
        assertThat(act(Role.STAFF, report, "submit")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(results, "version=2", "heading=X", "body=Trop tard"))
                .as("submitted")
                .hasStatus(422);
        assertThat(act(Role.STAFF, report, "approve")).as("not the staff's").hasStatus(403);
        assertThat(act(Role.COORDINATOR, report, "approve")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(results, "version=2", "heading=X", "body=Trop tard"))
                .as("approved")
                .hasStatus(422);
        assertThat(fixture.answer(partner, "WITHHELD", "")).hasStatus(303);
        assertThat(Pages.text(act(Role.COORDINATOR, report, "file"))).contains("est vide");
        assertThat(fixture.answer(partner, "YES", "")).hasStatus(303);
        String action = fixture.action(partner);
        assertThat(act(Role.STAFF, report, "file")).hasStatus(303);
        MvcTestResult tooLate = fixture.post(partner, action, "WITHHELD", "", Integer.toString(passageVersion()));
        assertThat(tooLate).hasStatus(422);
        assertThat(Pages.text(tooLate)).contains("Este informe está cerrado");
        assertThat(word(report))
                .contains(
                        "1. Résultats",
                        "Une bonne année.",
                        "Déléguées formées",
                        "2. Partenaires",
                        "Nous enseignons ensemble.")
                .doesNotContain("Ébauche", "Comparez-les");
        assertThat(pages.as(Role.COORDINATOR)
                        .get(report + "/report.pdf")
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(fixture.open(partner).text()).contains("con este pasaje");
        assertThat(db.sql("SELECT proof FROM resources.grant_agreement_due WHERE done_on IS NULL AND proof = ?")
                        .param(report)
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(cooperation.main(report)).contains("Aucun des faits déposés n’a changé");
        cooperation.realise(RealisationKind.TRAINING, LocalDate.of(2025, 6, 1), Participations.of(2));
        assertThat(cooperation.main(report)).contains("Déléguées formées", "se dit aujourd’hui", "30");
        assertThat(act(Role.COORDINATOR, report, "take-up")).as("filed").hasStatus(422);
    }

    @Test
    void factThatNamesAPersonIsLeftOut() {
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR), () -> persons.create(PersonFacts.named("Odilon", "Fabrecourt")));
        db.sql("UPDATE cooperation.project_result SET assumption = 'Odilon Fabrecourt reste.' WHERE project = ?")
                .param(project)
                .update();
        assertThat(cooperation.main(openReport() + "/facts"))
                .contains("1 fait est laissé de côté parce qu’une personne y est nommée", "Déléguées formées")
                .doesNotContain("Fabrecourt");
    }

    @Test
    void participationsAndPeopleInOneReportAreSaid() {
        String report = openReport();
        String section = fixture.sections(report).get(0);
        write(section, 1, "1. Résultats", "Avant.", "insert=" + fact(section, "PEOPLE:participations"));
        assertThat(cooperation.main(report)).doesNotContain("compte des participations et des personnes");
        db.sql("""
                        INSERT INTO cooperation.narrative_insertion (id, section, kind, reference, label, body, inserted_on)
                        VALUES (gen_random_uuid(), ?, 'PEOPLE', 'x/y', 'Déléguées', 'Avant.', '2026-01-01')
                        """)
                .param(UUID.fromString(section.substring(section.lastIndexOf('/') + 1)))
                .update();
        assertThat(cooperation.main(report)).contains("compte des participations et des personnes");
    }

    private int passageVersion() {
        return db.sql("SELECT version FROM cooperation.narrative_passage")
                .query(Integer.class)
                .single();
    }

    @Test
    void refusalIsSeenByWritersAndWhatThePartnerTypedIsKept() {
        String report = openReport();
        String passage = cooperation.post(
                fixture.sections(report).get(1) + "/passages",
                "partner=" + cooperation.partner().value());
        cooperation.post(passage, "version=1", "body=Elle enseigne à Sur.");
        cooperation.post(report + "/show-passages");
        assertThat(cooperation.main(report)).as("no page yet").contains("Cette partenaire n’a pas de page");
        PartnerBrowser partner = fixture.partnerPage();
        cooperation.post(report + "/show-passages");
        assertThat(fixture.open(partner).text()).as("not in its language").doesNotContain("enseigne");
        cooperation.post(
                passage, "version=" + passageVersion(), "body=Elle enseigne à Sur.", "translation=Enseña en Sur.");
        cooperation.post(report + "/show-passages");
        assertThat(fixture.open(partner).select("textarea[name=correction]").val())
                .contains("Enseña en Sur.");
        MvcTestResult late = fixture.answer(partner, "CORRECTION", "Enseñamos en todas partes.", "1");
        assertThat(late).hasStatus(422);
        assertThat(Pages.parse(late).select("textarea[name=correction]").val()).isEqualTo("Enseñamos en todas partes.");
        MvcTestResult tooLong = fixture.answer(partner, "CORRECTION", "a".repeat(10_001));
        assertThat(Pages.text(tooLong)).contains("demasiado largo", "a".repeat(10_001));
        assertThat(fixture.answer(partner, "WITHHELD", "")).hasStatus(303);
        assertThat(cooperation.main(report)).contains("demande de ne pas le dire");
        assertThat(Pages.text(pages.as(Role.BOARD_MEMBER).get(report))).doesNotContain("enseigne", "ne pas le dire");
        assertThat(pages.as(Role.BOARD_MEMBER).get(passage)).hasStatus(403);
        assertThat(pages.as(Role.COORDINATOR).post(fixture.sections(report).get(1) + "/remove", "version=1"))
                .as("answered")
                .hasStatus(422);
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> assertThatThrownBy(() -> answers.answer(
                                cooperation.partner(),
                                UUID.fromString(passage.substring(passage.lastIndexOf('/') + 1)),
                                passageVersion(),
                                PassageAnswer.YES,
                                ""))
                        .isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void reportOpensForTheProjectThatTheAgreementFundsEvenEnded() {
        UUID due = fixture.deliverable(project, "NR-1", "Fondation Rive");
        db.sql("UPDATE cooperation.project SET ends_on = '2025-12-31' WHERE id = ?")
                .param(project)
                .update();
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/cooperation/narrative/new?due=" + due)
                        .select("select[name=project] option[selected]")
                        .val())
                .isEqualTo(project.toString());
        String[] fields = {
            "project=" + project, "due=" + due, "title=Rapport", "from=2025-01-01", "to=2025-12-31", "language=FRENCH"
        };
        db.sql("UPDATE resources.grant_agreement_due SET done_on = '2026-01-01' WHERE id = ?")
                .param(due)
                .update();
        assertThat(Pages.text(pages.as(Role.COORDINATOR).post("/cooperation/narrative/new", fields)))
                .contains("déjà noté comme remis");
        db.sql("UPDATE resources.grant_agreement_due SET done_on = NULL WHERE id = ?")
                .param(due)
                .update();
        db.sql("DELETE FROM cooperation.project_agreement WHERE project = ?")
                .param(project)
                .update();
        assertThat(Pages.text(pages.as(Role.COORDINATOR).post("/cooperation/narrative/new", fields)))
                .contains("ne finance pas ce projet");
    }

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
        assertThat(Pages.text(act(Role.COORDINATOR, report, "approve"))).contains("une autre personne approuve");
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
                .contains("Déjà dans un rapport déposé pour Fondation Rive");
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
