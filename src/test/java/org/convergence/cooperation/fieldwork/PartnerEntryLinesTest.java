package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a partner tells serves the lines of its projects, and counts in their indicators. */
@ModuleTest
class PartnerEntryLinesTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private RealisationFixture realisations;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private ActionId sewing = new ActionId(new UUID(0, 0));
    private ActionId travel = sewing;

    @BeforeEach
    void preparePlan() {
        fixture.clear();
        realisations.clear();
        today = settings.today();
        PlanId plan = realisations.underWay("Plan fictif");
        MeansId means = realisations.means(plan, "2.1", "Projets");
        sewing = realisations.action(plan, means, "Former des couturières");
        travel = realisations.action(plan, means, "Accueillir une délégation");
    }

    @AfterEach
    void clear() {
        fixture.clear();
        realisations.clear();
    }

    private void project(String title, LocalDate until, ActionId line) {
        String url = fixture.post(
                "/cooperation/project/new",
                "title=" + title,
                "role=CO_LEAD",
                "organisation-new=" + CooperationFixture.PARTNER,
                "from=" + today.minusYears(2),
                "to=" + until);
        fixture.post(url + "/lines", "line=" + line.value());
    }

    /** The page of something that the partner told. */
    private String entry() {
        return entry("{\"kind\": \"HAPPENED\", \"on\": \"%s\", \"details\": \"Taller\"}".formatted(today));
    }

    private String entry(String sent) {
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=es",
                        "country=MX"));
        String link = made.select("#made-url").val();
        assertThat(new PartnerPhone(mvc, pages, link.substring(link.indexOf("/public/"))).send("tel", 1, sent))
                .hasStatusOk();
        return "/cooperation/fieldwork/"
                + db.sql("SELECT id FROM cooperation.fieldwork_entry ORDER BY id DESC LIMIT 1")
                        .query(UUID.class)
                        .single();
    }

    @Test
    void ticksTheOnlyLineOfThePartnersProjectsAndServesIt() {
        project("Couture", today.plusYears(1), sewing);
        project("Ancien projet", today.minusDays(1), travel);
        String entry = entry();
        assertThat(pages.as(Role.COORDINATOR).open(entry).select("input[name=served]"))
                .as("of the projects that last, ticked when there is one")
                .singleElement()
                .satisfies(box -> {
                    assertThat(box.val()).isEqualTo(sewing.value().toString());
                    assertThat(box.hasAttr("checked")).isTrue();
                });
        fixture.post(entry + "/accept", "version=1", "title=Atelier", "served=" + sewing.value());
        assertThat(db.sql("SELECT action FROM plan.realisation_line")
                        .query(UUID.class)
                        .list())
                .containsExactly(sewing.value());
    }

    @Test
    void ticksNothingWhereTheProjectsServeSeveralLines() {
        project("Couture", today.plusYears(1), sewing);
        project("Visite", today.plusYears(1), travel);
        String entry = entry();
        assertThat(pages.as(Role.COORDINATOR).open(entry).select("input[name=served]"))
                .hasSize(2);
        assertThat(pages.as(Role.COORDINATOR).open(entry).select("input[name=served][checked]"))
                .isEmpty();
    }

    private static String figure(String figure) {
        return "{\"kind\": \"FIGURES\", \"label\": \"Socias\", \"figure\": \"%s\"}".formatted(figure);
    }

    @Test
    void countsAFigureInAnIndicatorOnceWithoutTypingItAgain() {
        project("Couture", today.plusYears(1), sewing);
        UUID project = fixture.only("project");
        String url = "/cooperation/project/" + project;
        fixture.post(url + "/logic/new", "level=IMMEDIATE", "statement=Capacité renforcée", "parent=");
        fixture.post(
                url + "/framework/new",
                "result=" + fixture.only("project_result"),
                "wording=Couturières formées",
                "kind=QUANTITY",
                "bySex=true");
        fixture.post(url + "/results/periods", "from=" + today.minusMonths(1), "months=6", "count=1");
        String place = fixture.only("project_indicator") + ":" + fixture.only("project_period");
        String first = entry(figure("27"));
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.open(first).select("select[name=counted] option").eachText())
                .anyMatch(option -> option.endsWith("Couturières formées"));
        String value = fixture.post(first + "/accept", "version=1", "counted=" + place);
        assertThat(value).isEqualTo(url + "/results/" + place.replace(':', '/'));
        assertThat(fixture.main(value))
                .contains(
                        "27 de genre non déclaré",
                        CooperationFixture.PARTNER,
                        "27 · Socias",
                        "1 chiffre d’un partenaire y a été compté");
        assertThat(coordinator.post(first + "/accept", "version=1", "counted=" + place))
                .as("once")
                .hasStatus(422);
        fixture.post(entry(figure("5")) + "/accept", "version=1", "counted=" + place);
        assertThat(fixture.main(value))
                .contains("32 de genre non déclaré", "2 chiffres de partenaires y ont été comptés");
        String half = entry(figure("2.5"));
        assertThat(Pages.parse(coordinator.post(half + "/accept", "version=1", "counted=" + place))
                        .text())
                .contains("il faut un nombre entier");
        assertThat(coordinator.post(half + "/accept", "version=1", "counted=nulle part"))
                .hasStatus(422);
        fixture.post(value + "/submit");
        assertThat(coordinator.open(half).select("select[name=counted]"))
                .as("nothing is open any more")
                .isEmpty();
        assertThat(Pages.parse(coordinator.post(half + "/accept", "version=1", "counted=" + place))
                        .text())
                .contains("ne peut plus être compté là");
        assertThat(fixture.post(half + "/accept", "version=1")).isEqualTo("/cooperation/fieldwork");
    }

    @Test
    void givesThePartnerItsAcceptedYearAsAWordFileInItsLanguage() throws Exception {
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=ht",
                        "country=MX"));
        String page = made.select("#made-url").val();
        page = page.substring(page.indexOf("/public/"));
        var phone = new PartnerPhone(mvc, pages, page);
        phone.send(
                "tel",
                1,
                "{\"kind\": \"HAPPENED\", \"on\": \"%s\", \"details\": \"Taller de corte\", \"women\": \"24\", \"men\": \"3\"}"
                        .formatted(today));
        fixture.post(
                "/cooperation/fieldwork/" + fixture.only("fieldwork_entry") + "/accept", "version=1", "title=Atelier");
        phone.send("tel", 2, figure("99"));
        fixture.sendMoney();
        assertThat(mvc.get().uri(page + "/report.docx")).as("without the PIN").hasStatus(404);
        var pin = made.select("#made-pin").val();
        var cookie = Objects.requireNonNull(pages.asStranger()
                .post(page + "/pin", "pin=" + pin)
                .getResponse()
                .getCookie("notes"));
        assertThat(Pages.require(mvc.get().uri(page).cookie(cookie).exchange()).text())
                .contains("Rapò mwen");
        byte[] file = mvc.get()
                .uri(page + "/report.docx")
                .cookie(cookie)
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            assertThat(word.getText())
                    .contains(
                            CooperationFixture.PARTNER,
                            "Taller de corte · Patisipasyon: 27",
                            "Nou konte patisipasyon",
                            "13,500.00\u00a0MXN",
                            "Lajan nou voye")
                    .doesNotContain("99", "Solidarité en partage");
        }
    }

    @Test
    void ourReportIsReadOnThePartnersPageAndKeepsThePromise() {
        String organisation = "organisation=" + fixture.partner().value();
        fixture.post("/cooperation/partner/new", organisation, "stage=ACTIVE");
        String partner = "/cooperation/partner/" + fixture.only("partner");
        fixture.post(partner + "/due", "side=OURS", "what=Notre bilan du trimestre", "due=" + today.plusDays(3));
        var coordinator = pages.as(Role.COORDINATOR);
        String url = coordinator.open(partner).select("a[href*=/reports/of/]").attr("href");
        assertThat(coordinator.open(url).select("main").text()).contains("n’a pas de page");
        assertThat(coordinator.post(url, "from=" + today, "to=" + today, "body=Hola"))
                .hasStatus(422);
        String entry = entry(figure("27"));
        fixture.post(entry + "/accept", "version=1");
        fixture.realise(RealisationKind.WORKSHOP, today.minusDays(2), null);
        fixture.realise(RealisationKind.REPORT, today.minusDays(3), null);
        Document draft = coordinator.open(url);
        assertThat(draft.select("textarea[name=body]").val())
                .contains(
                        "Lo que hicimos con ustedes",
                        "Atelier du " + today.minusDays(2),
                        "27 · Socias",
                        "Notre bilan du trimestre")
                .as("an application to a funder")
                .doesNotContain("Atelier du " + today.minusDays(3));
        assertThat(coordinator
                        .open(url + "?from=" + today.minusMonths(9) + "&to=" + today.minusMonths(6))
                        .select("textarea[name=body]")
                        .val())
                .as("other days")
                .doesNotContain("Socias");
        String promise = "promise="
                + draft.select("select[name=promise] option[selected]").val();
        assertThat(coordinator.post(url, "from=" + today, "to=" + today.minusDays(1), "body=Hola", promise))
                .hasStatus(422);
        fixture.post(url, "from=" + today.minusDays(9), "to=" + today, "body=Hicimos un taller.", promise);
        assertThat(coordinator.open(partner).select("main").text()).contains("Notre bilan du trimestrefait le");
        assertThat(fixture.main(url)).contains("sur sa page depuis");
        Document made = Pages.require(
                coordinator.post("/cooperation/fieldwork/links", organisation, "language=es", "country=MX"));
        String page = made.select("#made-url").val();
        page = page.substring(page.indexOf("/public/"));
        var cookie = Objects.requireNonNull(pages.asStranger()
                .post(page + "/pin", "pin=" + made.select("#made-pin").val())
                .getResponse()
                .getCookie("notes"));
        assertThat(Pages.require(mvc.get().uri(page).cookie(cookie).exchange()).text())
                .contains("Nuestros informes", "Hicimos un taller.");
        String report = "/cooperation/fieldwork/reports/" + fixture.only("fieldwork_report");
        fixture.post(report, "version=1", "body=Hicimos dos talleres.");
        assertThat(coordinator.post(report, "version=1", "body=Tarde")).hasStatus(409);
        fixture.post(report + "/remove");
        assertThat(Pages.require(mvc.get().uri(page).cookie(cookie).exchange()).text())
                .doesNotContain("Nuestros informes");
        assertThat(coordinator.open(partner).select("main").text())
                .as("the report alone kept it")
                .doesNotContain("Notre bilan du trimestrefait le");
    }
}
