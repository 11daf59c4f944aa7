package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.grant.domain.GrantAnswer.AnswerContent;
import org.convergence.resources.grant.domain.GrantAnswerService;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.domain.GrantApplicationQueries.AnswerRow;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ConcurrentActions.ActionResult;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An application from its questions to the funder's answer. */
@ModuleTest
class GrantApplicationPagesTest {

    @Autowired
    private GrantFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private GrantAnswerService answers;

    @Autowired
    private GrantApplicationQueries queries;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noCalls() {
        fixture.clear();
        today = settings.today();
    }

    @Test
    void anAskedApprovalWaitsWithThosePeopleWhoDecide() {
        fixture.record("Éducation", today.plusDays(60));
        String url = begin("Votre mission?");
        assertThat(home(Role.COORDINATOR)).doesNotContain("Approuver la demande");
        assertThat(fixture.main(url)).contains("1 réponse est encore vide");
        MvcTestResult asked = pages.as(Role.STAFF).post(url + "/ask-approval", "version=1");
        assertThat(Pages.notice(asked)).as("no account may approve").contains("grant.application.asked.nobody");
        assertThat(fixture.main(url)).contains("Demandée le").doesNotContain("Demander l’approbation");
        assertThat(home(Role.COORDINATOR)).contains("Approuver la demande : ");
        assertThat(home(Role.STAFF)).doesNotContain("Approuver la demande");
        assertThat(approve(url, "SECOND_LOOK", fixture.reader())).hasStatus(303);
        assertThat(home(Role.COORDINATOR)).doesNotContain("Approuver la demande");
    }

    private MvcTestResult approve(String url, String means, PersonId by) {
        return pages.as(Role.COORDINATOR)
                .post(url + "/approval", "version=2", "means=" + means, "day=" + today, person(by));
    }

    private String home(Role role) {
        return pages.as(role).open("/").select("main").text().replace('\u00a0', ' ');
    }

    @Test
    void takesApplicationToTheFundersAnswer() {
        fixture.record("Éducation", today.minusDays(1));
        String url = begin("Votre mission? (4 mots)\nLe besoin? (1 500 caractères sans espaces)\nAutre chose?");
        assertThat(fixture.main(url))
                .contains("Aucune réponse écrite sur 3", "limite 4", "L’échéance du bailleur est passée");
        String missed = "Échéance passée, aucun dépôt n’est noté : Éducation";
        assertThat(home(Role.COORDINATOR)).as("it stays due").contains(missed);
        assertThat(fixture.main("/resources/grant/calls")).contains("Échéance manquée");
        AnswerRow first = rows(url).get(0);
        assertThat(write(first, "Un mot de trop ici")).hasStatus(303);
        assertThat(fixture.main(url)).contains("5 mots; limite 4", "trop long", "Ana Morales", "Copier");
        assertThat(pages.as(Role.STAFF).post(url + "/budget", "version=1", "budget=Salaires; 12 000; 3 000\nOups"))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(url + "/budget", "version=1", "budget=Salaires; 12 000; 3 000"))
                .hasStatus(303);
        assertThat(fixture.main(url))
                .contains("12 000,00 $ demandés et 3 000,00 $ d’ailleurs, pour un coût de 15 000,00 $");
        assertThat(pages.as(Role.STAFF)
                        .post(url + "/submission", "version=2", "day=" + today, person(fixture.writer())))
                .as("not approved")
                .hasStatus(422);
        assertThat(approve(url, "SECOND_LOOK", fixture.writer()))
                .as("a writer is no second look")
                .hasStatus(422);
        assertThat(approve(url, "RESOLUTION", fixture.writer()))
                .as("a resolution has a number")
                .hasStatus(422);
        assertThat(approve(url, "SECOND_LOOK", fixture.reader())).hasStatus(303);
        assertThat(write(first, "Trois mots ici")).as("an approved answer").hasStatus(422);
        assertThat(fixture.main(url + "/submission"))
                .contains("2 questions sont restées sans réponse ici", "Le besoin?", "Autre chose?");
        String[] sent = {"version=3", "day=" + today, person(fixture.writer()), "confirmation=AB-12"};
        sent[1] = "day=" + today.minusDays(1);
        assertThat(Pages.text(pages.as(Role.STAFF).post(url + "/submission", sent)))
                .contains("elle n’a pas pu partir avant");
        sent[1] = "day=" + today;
        assertThat(pages.as(Role.STAFF).post(url + "/submission", sent)).hasStatus(303);
        assertThat(home(Role.COORDINATOR)).doesNotContain(missed);
        assertThat(fixture.main(url))
                .contains("par Ana Morales · après l’échéance du bailleur", "AB-12", "Déposée, réponse attendue");
        int reports = countReports();
        assertThat(pages.as(Role.STAFF).post(url + "/undo", "version=4")).hasStatus(303);
        assertThat(countReports()).isEqualTo(reports - 1);
        assertThat(fixture.main(url)).contains("Noter le dépôt", "Approuvée, à déposer");
        sent[0] = "version=5";
        sent[3] = "confirmation=AB-13";
        assertThat(pages.as(Role.STAFF).post(url + "/submission", sent)).hasStatus(303);
        String[] refused = {"version=6", "day=" + today, "feedback=Non.", "granted=9 000", "outcome="};
        MvcTestResult unsaid = pages.as(Role.STAFF).post(url + "/outcome", refused);
        assertThat(unsaid).as("neither yes nor no").hasStatus(422);
        assertThat(Pages.parse(unsaid).select("[name=granted]").val()).isEqualTo("9 000");
        refused[4] = "outcome=REFUSED";
        assertThat(Pages.text(pages.as(Role.STAFF).post(url + "/outcome", refused)))
                .contains("n’a ni montant ni période");
        refused[3] = "granted=";
        assertThat(pages.as(Role.STAFF).post(url + "/outcome", refused)).hasStatus(303);
        assertThat(fixture.main(url)).contains("Non.", "Annuler la réponse notée");
        assertThat(pages.as(Role.STAFF).post(url + "/undo", "version=7")).hasStatus(303);
        assertThat(fixture.main(url)).contains("AB-13").doesNotContain("Annuler la réponse notée");
        assertThat(pages.as(Role.STAFF).post(url + "/outcome", "version=8", "outcome=ACCEPTED", "day=" + today))
                .as("without amount and period")
                .hasStatus(422);
        String[] accepted = {
            "version=8",
            "outcome=ACCEPTED",
            "day=" + today,
            "granted=11 500,50",
            "starts=" + today,
            "ends=" + today.plusYears(1),
            "feedback=Bien.",
            "lines=Salaires; 11 000"
        };
        assertThat(pages.as(Role.STAFF)
                        .open(url + "/outcome")
                        .select("[name=lines]")
                        .val())
                .isEqualTo("Salaires; 12000");
        assertThat(pages.as(Role.STAFF).post(url + "/outcome", accepted))
                .as("lines of another sum")
                .hasStatus(422);
        accepted[7] = "lines=";
        assertThat(pages.as(Role.STAFF).post(url + "/outcome", accepted)).hasStatus(303);
        assertThat(fixture.main(url)).contains("Acceptée", "11 500,50 $", "Bien.");
        assertThat(db.sql("SELECT outcome_amount FROM resources.grant_application")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("11500.50");
        assertThat(db.sql("""
                                SELECT a.title || ' ' || l.label || ' ' || trim_scale(l.original) FROM resources.grant_agreement a
                                  JOIN resources.spending_budget b ON b.subject = 'resources.grant/agreement/' || a.id
                                  JOIN resources.spending_line l ON l.budget = b.id ORDER BY a.id DESC LIMIT 1""").query(String.class).single())
                .as("another sum than was asked: one line")
                .matches("(.+) \\1 11500.5");
        assertThat(pages.as(Role.STAFF).post(url + "/undo", "version=9")).hasStatus(303);
        assertThat(fixture.main(url)).contains("Déposée, réponse attendue").doesNotContain("11 500,50 $");
        accepted[0] = "version=10";
        assertThat(pages.as(Role.STAFF).post(url + "/outcome", accepted)).hasStatus(303);
        db.sql("UPDATE resources.spending_line SET account = '4100', version = 2 WHERE version = 1")
                .update();
        assertThat(Pages.text(pages.as(Role.STAFF).post(url + "/undo", "version=11")))
                .contains("quelque chose est noté à son entente");
    }

    private int countReports() {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE kind = 'REPORT' AND state = 'DONE'")
                .query(Integer.class)
                .single();
    }

    @Test
    void proposesPastAnswersToLikeQuestions() {
        fixture.record("Éducation", today.plusDays(20));
        AnswerRow past = rows(begin("Décrivez la mission de votre organisme. (250 mots)\nVotre budget?"))
                .get(0);
        write(past, "Nous formons les syndicats.");
        AnswerRow now = rows(begin("Quelle est la mission de l’organisme?")).get(0);
        assertThat(fixture.main("/resources/grant/answers/" + now.id().value()))
                .contains("Nous formons les syndicats.", "Décrivez la mission de votre organisme.")
                .doesNotContain("Votre budget?");
    }

    @Test
    void peopleWhoWriteDifferentAnswersDoNotConflict() throws Exception {
        fixture.record("Éducation", today.plusDays(20));
        List<AnswerRow> rows = rows(begin("Une?\nDeux?"));
        List<ActionResult> results = atOnce.runTogether(
                visitors.actor(Role.STAFF),
                List.of(
                        () -> save(rows.get(0), 1, "A"),
                        () -> save(rows.get(1), 1, "B"),
                        () -> save(rows.get(0), 1, "C")));
        assertThat(results.get(1).went()).as("the other answer").isTrue();
        assertThat(results.get(0).went() ^ results.get(2).went())
                .as("one of both on the same answer")
                .isTrue();
        assertThat(results.stream().filter(each -> !each.went()).toList().get(0).thrown())
                .isInstanceOf(EditConflict.class);
        MvcTestResult late = write(rows.get(1), "Trop tard", 1);
        assertThat(late).hasStatus(409);
        assertThat(Pages.parse(late).text()).contains("Trop tard", "B");
    }

    @Test
    void answerIsNotWrittenWhileItsApplicationIsApproved() throws Exception {
        fixture.record("Éducation", today.plusDays(20));
        String url = begin("Une?");
        AnswerRow row = rows(url).get(0);
        ActionResult late = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> db.sql(
                                "UPDATE resources.grant_application SET state = 'APPROVED', approval_means = 'RESOLUTION', "
                                        + "approval_given_on = current_date")
                        .update(),
                () -> save(row, 1, "Après"));
        assertThat(late.thrown()).isInstanceOf(Refused.class);
    }

    private boolean save(AnswerRow row, int version, String text) {
        answers.write(row.id(), version, new AnswerContent(row.question(), row.most(), row.unit(), null, text));
        return true;
    }

    private MvcTestResult write(AnswerRow row, String text) {
        return write(row, text, version(row));
    }

    private MvcTestResult write(AnswerRow row, String text, int version) {
        return pages.as(Role.STAFF).post("/resources/grant/answers/" + row.id().value(), form -> {
            form.field("version", version)
                    .field("question", row.question())
                    .field("writer", fixture.writer().value())
                    .field("body", text);
            if (row.most() != null && row.unit() != null) {
                form.field("most", row.most()).field("unit", row.unit());
            }
        });
    }

    private int version(AnswerRow row) {
        return db.sql("SELECT version FROM resources.grant_answer WHERE id = ?")
                .param(row.id().value())
                .query(Integer.class)
                .single();
    }

    private List<AnswerRow> rows(String url) {
        try {
            UUID id = UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
            return CurrentActor.callAs(
                    visitors.actor(Role.STAFF), () -> queries.findAnswers(new GrantApplicationId(id)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins an application for the only call, with its questions; returns its address. */
    private String begin(String questions) {
        MvcTestResult begun = pages.as(Role.STAFF).post("/resources/grant/applications", "call=" + fixture.onlyCall());
        String url = String.valueOf(begun.getResponse().getHeader("Location")).replace("/questions", "");
        assertThat(pages.as(Role.STAFF).post(url + "/questions", "questions=" + questions))
                .hasStatus(303);
        return url;
    }

    private static String person(PersonId person) {
        return "person=" + person.value();
    }
}
