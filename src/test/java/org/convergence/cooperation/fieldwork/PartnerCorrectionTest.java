package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a partner corrects, and what happens when two write at once, or nobody answers. */
@ModuleTest
class PartnerCorrectionTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private Budgets budgets;

    @Autowired
    private TestUsers users;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private String page = "";
    private Cookie pass = new Cookie("notes", "");

    @BeforeEach
    void makePage() {
        fixture.clear();
        today = settings.today();
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=es",
                        "country=MX"));
        page = made.select("#made-url").val().replaceFirst(".*(?=/public/)", "");
        pass = Objects.requireNonNull(pages.asStranger()
                .post(page + "/pin", "pin=" + made.select("#made-pin").val())
                .getResponse()
                .getCookie("notes"));
    }

    private void paste(String message) {
        fixture.post(
                "/cooperation/fieldwork/paste",
                "organisation=" + fixture.partner().value(),
                "kind=HAPPENED",
                "message=" + message);
    }

    private String entry() {
        return "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
    }

    private MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(url).cookie(pass);
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request = request.param(parts[0], parts[1]);
        }
        return request.exchange();
    }

    private MvcTestResult correct(String details, int version) {
        return post(
                page + "/entries/" + fixture.only("fieldwork_entry"),
                "kind=HAPPENED",
                "version=" + version,
                "on=" + today,
                "women=3",
                "details=" + details);
    }

    @Test
    void keepsWhatWasTypedOnAnOldPageBesideWhatStands() {
        paste("Éramos como quince");
        assertThat(correct("Éramos quince", 1)).hasStatus(303);
        MvcTestResult second = correct("Éramos dieciocho", 1);
        assertThat(second).hasStatus(422);
        Document shown = Pages.parse(second);
        assertThat(shown.text()).contains("Lo que tenemos ahora", "Éramos quince", "Ya estamos leyendo el otro texto");
        assertThat(shown.select("form[action$=/entries]:not([data-entry]) textarea")
                        .text())
                .isEqualTo("Éramos dieciocho");
        assertThat(shown.select("form[action$=/entries]:not([data-entry]) [name=women]")
                        .val())
                .isEqualTo("3");
        String entry = entry();
        fixture.post(entry + "/return", "version=2", "comment=¿Cuántas?");
        Document again = Pages.parse(correct("Éramos veinte", 1));
        assertThat(again.select("form[action*=/entries/]")).as("no second form").hasSize(1);
        assertThat(again.select("form[action*=/entries/] textarea").text()).isEqualTo("Éramos veinte");
        assertThat(again.select("form[action*=/entries/] [name=version]").val()).isEqualTo("3");
        assertThat(again.text()).contains("Éramos quince", "¿Cuántas?");
        assertThat(correct("Éramos veinte", 3)).hasStatus(303);
        assertThat(fixture.main(entry)).contains("Éramos veinte");
    }

    /** The home page without the announcement of what comes next. */
    private String home(String line) {
        return fixture.main("/").replace("Prochaine échéance : " + line, "");
    }

    @Test
    void aDraftThatThePageDoesNotAnswerIsConfirmedByMessageAndBecomesARealisation() {
        paste("Éramos como quince");
        String due = "Brouillons que " + CooperationFixture.PARTNER + " n’a pas confirmés";
        db.sql("UPDATE cooperation.fieldwork_entry SET received_on = ?")
                .param(today.minusDays(7))
                .update();
        assertThat(home(due)).contains(due, "1 brouillon");
        String entry = entry();
        Document shown = pages.as(Role.COORDINATOR).open(entry);
        assertThat(shown.select("form[action$=/confirm] textarea").text()).isEqualTo("Éramos como quince");
        assertThat(pages.as(Role.COORDINATOR).post(entry + "/confirm", "version=1", "kind=HAPPENED", "details=Quince"))
                .as("without its day")
                .hasStatus(422);
        fixture.post(
                entry + "/confirm",
                "version=1",
                "kind=HAPPENED",
                "on=" + today.minusDays(8),
                "women=15",
                "details=Éramos quince");
        assertThat(home(due)).doesNotContain(due);
        String realisation = fixture.post(entry + "/accept", "version=2", "title=Reunión", "realisation=MEETING");
        assertThat(fixture.main(realisation)).contains("Reunión", "Éramos quince", "15");
        assertThat(pages.as(Role.COORDINATOR).post(entry + "/discard"))
                .as("no draft")
                .hasStatus(422);
    }

    @Test
    void aDraftPastedByMistakeIsDeleted() {
        paste("Hola");
        fixture.post(entry() + "/discard");
        assertThat(db.sql("SELECT count(*) FROM cooperation.fieldwork_entry")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDayThatCanHardlyBeRightIsConfirmedBeforeItCounts() {
        PartnerPhone phone = new PartnerPhone(mvc, pages, page);
        String figure = "{\"kind\": \"FIGURES\", \"on\": \"%s\", \"label\": \"Socias\", \"figure\": \"12\"}";
        assertThat(phone.send("tel", 1, figure.formatted(today.plusYears(1)))).hasStatusOk();
        String entry = entry();
        assertThat(pages.as(Role.COORDINATOR).open(entry).select("[name=dayConfirmed]"))
                .hasSize(1);
        MvcTestResult refused = pages.as(Role.COORDINATOR).post(entry + "/accept", "version=1");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.parse(refused).text()).contains("Ce jour semble faux");
        for (int days : new int[] {300, 301}) {
            db.sql("UPDATE cooperation.fieldwork_entry SET happened_on = ?")
                    .param(today.minusDays(days))
                    .update();
            assertThat(pages.as(Role.COORDINATOR).open(entry).select("[name=dayConfirmed]"))
                    .hasSize(days - 300);
        }
        fixture.post(entry + "/accept", "version=1", "dayConfirmed=true");
        assertThat(Pages.require(mvc.get().uri(page).cookie(pass).exchange())
                        .select("[data-server-day]")
                        .attr("data-server-day"))
                .isEqualTo(today.toString());
        assertThat(pages.asStranger().open(page + "/offline").select("[data-server-day]"))
                .as("a page kept for days")
                .isEmpty();
    }

    @Test
    void theBudgetLinesOfThePartnersProjectsAreProposedFirst() {
        UUID agreement = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.grant_agreement (id, title, currency, starts_on, ends_on, scope)
                        VALUES (?, 'Entente fictive', 'MXN', ?, ?, 'PROJECT')
                        """).params(agreement, today.minusDays(9), today.plusDays(9)).update();
        budget("Autre budget", UUID.randomUUID());
        budget("Le budget du projet", agreement);
        String project = fixture.post(
                "/cooperation/project/new",
                "title=Couture",
                "role=CO_LEAD",
                "organisation-new=" + CooperationFixture.PARTNER);
        db.sql("INSERT INTO cooperation.project_agreement (project, agreement) VALUES (CAST(? AS uuid), ?)")
                .params(project.replaceFirst(".*/", ""), agreement)
                .update();
        String spent = "{\"kind\": \"SPENT\", \"on\": \"%s\", \"figure\": \"9\", \"currency\": \"MXN\"}";
        assertThat(new PartnerPhone(mvc, pages, page).send("tel", 1, spent.formatted(today)))
                .hasStatusOk();
        assertThat(pages.as(Role.COORDINATOR)
                        .open(entry())
                        .select("[name=line] optgroup")
                        .eachAttr("label"))
                .containsExactly("Le budget du projet", "Autre budget");
        fixture.clear();
        for (String table : List.of("line", "budget")) {
            db.sql("DELETE FROM resources.spending_" + table).update();
        }
        db.sql("DELETE FROM resources.grant_agreement WHERE id = ?")
                .param(agreement)
                .update();
    }

    private void budget(String title, UUID agreement) {
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> budgets.create(new BudgetFacts(
                        "resources.grant/agreement/" + agreement,
                        title,
                        "MXN",
                        today.minusDays(9),
                        today.plusDays(9),
                        List.of(new BudgetLineFacts(
                                "A", "Transport", CostClass.EMPLOYEES, BigDecimal.valueOf(9_000))))));
    }

    @Test
    void thePartnersPageOpensItsPhonePageAndItsWorkbookInOnePress() {
        String id = fixture.partner().value().toString();
        String partner =
                fixture.post("/cooperation/partner/new", "organisation=" + id, "stage=ACTIVE", "countries=Mexique");
        assertThat(pages.as(Role.COORDINATOR).open(partner).select("a.button").eachAttr("href"))
                .contains(
                        "/cooperation/fieldwork/links?organisation=" + id,
                        "/cooperation/fieldwork/workbooks/ours?organisation=" + id);
        Document links = pages.as(Role.COORDINATOR).open("/cooperation/fieldwork/links");
        assertThat(links.select("[name=country] option[selected]"))
                .as("no country is guessed")
                .isEmpty();
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post("/cooperation/fieldwork/links", "organisation=" + id, "language=ht", "country="));
        assertThat(made.text()).contains("Haïti");
    }
}
