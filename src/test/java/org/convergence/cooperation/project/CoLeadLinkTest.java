package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A partner that leads a project with us reads its budget, its framework and its decisions by link, and nothing else (R-PART-10). */
@ModuleTest
class CoLeadLinkTest {

    private static final String AGREEMENTS = "DELETE FROM resources.grant_agreement WHERE number LIKE 'CL-%'";
    private static final String BUDGETS = "DELETE FROM resources.spending_budget WHERE title LIKE 'Codirection%'";

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    private String url = "";
    private PageVisitor stranger;

    @BeforeEach
    void aProjectWithItsBudgetFrameworkAndDecision() {
        clear();
        stranger = pages.asStranger().from("10.77.19.1");
        url = open("Deux rives", "CO_LEAD");
        fixture.post(
                url + "/logic/new", "level=IMMEDIATE", "statement=Capacité renforcée chez les déléguées de Puebla");
        fixture.post(
                url + "/framework/new",
                "result=" + fixture.only("project_result"),
                "wording=Déléguées formées",
                "kind=QUANTITY",
                "responsible=Comité de codirection");
        fixture.post(
                url + "/decisions",
                "decidedOn=" + settings.today().minusDays(3),
                "decision=Le deuxième atelier aura lieu à Puebla",
                "decidedBy=Comité de codirection");
        UUID own = agreement("CL-1", "Codirection", id(url));
        line(own, 1, "EMPLOYEES", "Salaire de la coordonnatrice", 40_000);
        line(own, 2, "LOCAL_EMPLOYEES", "Salaire de l’animatrice", 12_000);
        line(own, 3, "TRAVEL", "Billets et séjours", 8_000);
    }

    @AfterEach
    void clear() {
        fixture.clear();
        db.sql(BUDGETS).update();
        db.sql(AGREEMENTS).update();
    }

    private String open(String title, String role) {
        return fixture.post(
                "/cooperation/project/new",
                "title=" + title,
                "role=" + role,
                "summary=Rencontré Ximena Tzoczil au marché",
                "organisation-new=" + CooperationFixture.PARTNER);
    }

    private static UUID id(String url) {
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
    }

    private UUID agreement(String number, String title, UUID... projects) {
        UUID agreement = UUID.randomUUID();
        UUID budget = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.grant_agreement (id, number, title, funder, currency, starts_on, ends_on, scope)
                        VALUES (?, ?, ?, ?, 'CAD', '2025-01-01', '2027-12-31', 'PROJECT')
                        """)
                .params(
                        agreement,
                        number,
                        title + " " + number,
                        fixture.partner().value())
                .update();
        db.sql("""
                        INSERT INTO resources.spending_budget (id, subject, title, currency, starts_on, ends_on)
                        VALUES (?, 'resources.grant/agreement/' || ?, ?, 'CAD', '2025-01-01', '2027-12-31')
                        """).params(budget, agreement, title).update();
        for (UUID project : projects) {
            db.sql("INSERT INTO cooperation.project_agreement (project, agreement) VALUES (?, ?)")
                    .params(project, agreement)
                    .update();
        }
        return budget;
    }

    private void line(UUID budget, int position, String costClass, String label, int amount) {
        db.sql("""
                        INSERT INTO resources.spending_line (id, budget, position, code, label, cost_class, original, amended)
                        VALUES (gen_random_uuid(), :budget, :position, 'L' || :position, :label, :class, :amount, :amount)
                        """)
                .param("budget", budget)
                .param("position", position)
                .param("label", label)
                .param("class", costClass)
                .param("amount", amount)
                .update();
    }

    private MvcTestResult share(Role role, String project, int days) {
        return pages.as(role)
                .post(
                        project + "/decisions/links",
                        "partnership="
                                + db.sql("SELECT id FROM cooperation.project_partner WHERE project = ?")
                                        .param(id(project))
                                        .query(UUID.class)
                                        .single(),
                        "until=" + settings.today().plusDays(days));
    }

    private String make() {
        String address = Pages.require(share(Role.COORDINATOR, url, 30))
                .select("#f-link")
                .val();
        return address.substring(address.indexOf("/cooperation/"));
    }

    private String text(String address) {
        return stranger.open(address).text().replace('\u00a0', ' ');
    }

    @Test
    void showsBudgetFrameworkAndDecisionsInThreeLanguagesWithoutPay() {
        String other = open("Autre rive", "CO_LEAD");
        UUID shared = agreement("CL-2", "Codirection partagée", id(url), id(other));
        line(shared, 1, "DIRECT", "Frais partagés", 777);
        String link = make();
        MvcTestResult answer = stranger.get(link);
        assertThat(answer.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(answer.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(text(link + "?in=fr"))
                .contains("Deux rives", "Billets et séjours", "8 000,00 $", "Salaires", "52 000,00 $", "60 000,00 $")
                .contains("Capacité renforcée chez les déléguées de Puebla", "Déléguées formées", "Effet immédiat")
                .contains("Le deuxième atelier aura lieu à Puebla")
                .doesNotContain("Salaire de la coordonnatrice", "40 000", "12 000")
                .doesNotContain("Ximena", "Tzoczil", "Autre rive", "Frais partagés", "CL-2");
        assertThat(text(link + "?in=es"))
                .contains("Presupuesto", "Salarios", "Marco de medición", "Efecto inmediato", "Decisiones")
                .doesNotContain("project.");
        assertThat(text(link + "?in=en"))
                .contains("Budget", "Wages", "Measurement framework", "Decisions")
                .doesNotContain("project.");
        assertThat(pages.as(Role.COORDINATOR).open(url + "/decisions").text()).contains("Ouvert 4 fois");
    }

    @Test
    void opensNothingOnceItIsEndedPastOrTheProjectIsNotLedTogether() {
        String link = make();
        String second = make();
        assertThat(stranger.get(link)).hasStatus(200);
        db.sql("UPDATE cooperation.project SET role = 'SUPPORT'").update();
        assertThat(stranger.get(link)).hasStatus(404);
        db.sql("UPDATE cooperation.project SET role = 'CO_LEAD'").update();
        UUID first = db.sql("SELECT id FROM cooperation.project_link ORDER BY made_at LIMIT 1")
                .query(UUID.class)
                .single();
        fixture.post(url + "/decisions/links/" + first + "/end");
        assertThat(stranger.get(link)).hasStatus(404);
        assertThat(stranger.get(second)).hasStatus(200);
        assertThat(fixture.main(url + "/decisions")).contains("Terminé le");
        db.sql("UPDATE cooperation.project_link SET until = '2025-01-01'").update();
        assertThat(stranger.get(second)).hasStatus(404);
        works.stream().filter(each -> each.name().equals("project-sweep")).forEach(RecurringWork::run);
        assertThat(db.sql("SELECT count(*) FROM cooperation.project_link")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void linksGoWithThePartnershipAndAreMadeForCoLeadsOnly() {
        String link = make();
        UUID second = UUID.randomUUID();
        db.sql("""
                        INSERT INTO directory.people_organisation (id, name) VALUES (?, 'Codirection Fictive')
                        """).param(second).update();
        UUID partnership = db.sql("SELECT partnership FROM cooperation.project_link")
                .query(UUID.class)
                .single();
        fixture.post(url + "/partners", "organisation=" + second);
        fixture.post(url + "/partners/" + partnership + "/remove");
        assertThat(stranger.get(link)).as("the partner has left").hasStatus(404);
        String support = open("Appui", "SUPPORT");
        assertThat(share(Role.COORDINATOR, support, 30)).hasStatus(422);
        assertThat(share(Role.COORDINATOR, url, 400)).hasStatus(422);
        assertThat(share(Role.COORDINATOR, url, -1)).hasStatus(422);
        assertThat(share(Role.BOARD_MEMBER, url, 30)).hasStatus(403);
        assertThat(fixture.main(support + "/decisions")).doesNotContain("Lien de la codirection");
        for (String attack : List.of("/", "/../" + id(url), "/decisions", "?id=" + id(support))) {
            assertThat(Pages.text(stranger.get(link + attack))).as(attack).doesNotContain("Appui");
        }
        for (String inside : List.of(url, url + "/decisions", url + "/framework/export.csv")) {
            assertThat(stranger.get(inside).getResponse().getStatus())
                    .as(inside)
                    .isNotEqualTo(200);
        }
    }

    @Test
    void aDecisionIsOfThePastAndCanBeTakenOut() {
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url + "/decisions",
                                "decidedOn=" + settings.today().plusDays(1),
                                "decision=Demain"))
                .hasStatus(422);
        fixture.post(url + "/decisions/" + fixture.only("project_decision") + "/remove");
        assertThat(fixture.main(url + "/decisions")).contains("Aucune décision notée");
    }
}
