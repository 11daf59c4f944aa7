package org.convergence.plan.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.convergence.directory.people.Decision;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts;
import org.convergence.plan.actionplan.domain.ActionFollowUpService;
import org.convergence.plan.actionplan.domain.PlanAdoptionService;
import org.convergence.plan.actionplan.domain.PlanAmendmentService;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An adopted plan under way: its year, its files, its search results, and its rows on the home page. */
@ModuleTest
class PlanViewsTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ActionPlans plans;

    @Autowired
    private PlanAdoptionService adoption;

    @Autowired
    private PlanAmendmentService amending;

    @Autowired
    private ActionFollowUpService followingUp;

    @Autowired
    private OrganisationSettings settings;

    private PlanId plan = new PlanId(new UUID(0, 0));
    private List<PlanLine> lines = List.of();

    @BeforeEach
    void aPlanUnderWay() throws Exception {
        visitors.ensureOrganisation();
        LocalDate today = settings.today();
        PlanBlueprint small = Blueprints.aSmallPlan();
        var blueprint = new PlanBlueprint(
                "Plan de " + UUID.randomUUID(),
                small.kind(),
                today.minusMonths(6),
                today.plusMonths(5),
                small.sections(),
                small.objectives());
        CurrentActor.callAs(Actor.system("test"), () -> {
            plans.findInForce().forEach(old -> adoption.close(old.id(), today));
            plan = plans.draftFrom(blueprint);
            lines = plans.findLines(List.of(plan));
            adoption.adopt(plan, 1, new Decision("AGA", today.minusMonths(5), "AGA-04", null));
            say(1, "Camille D’Amours", today.plusDays(1), today.plusDays(3), null);
            say(2, "Comité outils", today.minusDays(60), today.minusDays(3), null);
            say(5, null, today.minusDays(20), today.plusDays(20), null);
            say(6, null, null, null, 12);
            return true;
        });
    }

    private void say(
            int line, @Nullable String who, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Integer times) {
        followingUp.update(
                id(line),
                0,
                new ActionFollowUpFacts(null, who, List.of(), from, to, times, EffortSize.M, null, null, null));
    }

    @Test
    void listsOwnThenUnassignedThenOthersLines() {
        Document page = page("/", Role.STAFF);
        assertThat(page.select("main h2").eachText())
                .startsWith("À faire cette semaine", "Personne ne s’en occupe", "En attente d’autres");
        assertThat(page.select("main section").get(0).text()).contains("Créer un atelier", "Ne sera pas fait");
        assertThat(page.select("main section").get(1).text()).contains("Je le prends");
        assertThat(page.select("main section").get(2).text()).contains("En retard de 3 jours", "Comité outils");
        assertThat(page.select(".foot").text()).contains("7 actions", "1 en retard");
    }

    @Test
    void takesAndReturnsUnassignedLine() {
        String url = "/plan/actionplan/action/" + id(5).value();
        assertThat(post(url + "/take")).hasStatus(303);
        assertThat(page(url, Role.STAFF).select(".facts").text()).contains("Camille D’Amours");
        assertThat(post(url + "/take")).hasStatus(422);
        assertThat(post(url + "/take/undo")).hasStatus(303);
        assertThat(page(url, Role.STAFF).select(".facts").text()).doesNotContain("Camille D’Amours");
    }

    @Test
    void readersGetNoRequests() {
        Document page = page("/", Role.BOARD_MEMBER);
        assertThat(page.select("main form, main .acts a")).isEmpty();
        assertThat(page.select("main h2").eachText()).doesNotContain("Personne ne s’en occupe");
    }

    @Test
    void yearShowsWindowsAndRhythmsWithFigures() {
        Document page = page("/plan/actionplan/" + plan.value() + "/year", Role.AUDITOR);
        assertThat(page.select("figure svg[role=img]")).hasSize(2);
        assertThat(page.select("figure table").text()).contains("Chaque mois", "En retard");
        assertThat(page.select("main > p").text()).contains("5 lignes n’ont");
    }

    @Test
    void tellsNoDateThatNobodySet() throws Exception {
        LocalDate today = settings.today();
        CurrentActor.callAs(Actor.system("test"), () -> {
            followingUp.update(
                    id(2), 1, new ActionFollowUpFacts(null, null, List.of(), null, null, null, null, null, null, null));
            say(3, null, today.minusDays(9), today.minusDays(2), null);
            say(4, null, today.plusDays(4), null, null);
            return true;
        });
        Words t = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));
        Document page = page("/plan/actionplan/" + plan.value() + "/year", Role.AUDITOR);
        assertThat(page.select("figure td:last-child").eachText())
                .as("a line late by its sub-action, a rhythm, an open window")
                .contains("sans date fixée", t.period(today.plusDays(4), null).replace('\u00a0', ' '))
                .noneMatch(each -> each.contains(t.date(today.plusMonths(5))) || each.equals(t.date(today)));
        assertThat(page.select("figure tr").eachText())
                .anyMatch(each -> each.contains("Création d’outils") && each.endsWith("En retard sans date fixée"));
    }

    @Test
    void showsLongPlanTwelveMonthsAtATime() throws Exception {
        LocalDate start = settings.today().withDayOfMonth(1).minusMonths(14);
        var long4 = new PlanBlueprint(
                "Programme",
                org.convergence.plan.actionplan.PlanKind.PROGRAMME,
                start,
                start.plusYears(4).minusDays(1),
                List.of(),
                Blueprints.aSmallPlan().objectives());
        PlanId programme = CurrentActor.callAs(Actor.system("test"), () -> plans.draftFrom(long4));
        String url = "/plan/actionplan/" + programme.value() + "/year";
        Document page = page(url, Role.AUDITOR);
        assertThat(page.select("a[rel=prev]").attr("href"))
                .isEqualTo(url + "?from=" + start.toString().substring(0, 7));
        assertThat(page(page.select("a[rel=prev]").attr("href"), Role.AUDITOR).select("a[rel=prev]"))
                .isEmpty();
        assertThat(page(url + "?from=jamais", Role.AUDITOR).select("h1").text()).isEqualTo("Programme");
    }

    @Test
    void exportsAdoptedAndCurrentPlan() throws Exception {
        UUID line = id(1).value();
        CurrentActor.callAs(Actor.system("test"), () -> {
            var words = new LineWording.ActionWording(
                    null,
                    null,
                    "Créer deux ateliers avec les membres.",
                    org.convergence.plan.actionplan.Commitment.FIRM,
                    List.of(),
                    null);
            amending.reword(plan, line, 1, words, new AmendmentNote(settings.today(), "Une demande de plus", "CA-12"));
            return true;
        });
        assertThat(pdf("adopted")).contains("Créer un atelier avec les membres").doesNotContain("deux ateliers");
        assertThat(pdf("text"))
                .contains("Créer deux ateliers avec les membres. [Changement]", "Une demande de plus", "CA-12");
        assertThat(pdf("followed")).contains("Comité outils", "En retard");
        try (var word = new XWPFDocument(new ByteArrayInputStream(file("text/docx")))) {
            assertThat(word.getParagraphs()).anyMatch(each -> each.getText().contains("Créer deux ateliers"));
        }
        assertThat(get("/plan/actionplan/" + plan.value() + "/file/text/exe", Role.AUDITOR))
                .hasStatus(404);
        assertThat(page("/plan/actionplan/" + plan.value() + "/file", Role.AUDITOR)
                        .select("main .acts a"))
                .hasSize(8);
    }

    @Test
    void exportsLinesAsTable() throws Exception {
        for (String format : Set.of("csv", "xlsx")) {
            try (TableReader table = TableReader.open(new ByteArrayInputStream(file("followed/" + format)))) {
                assertThat(table.head()).contains("Action", "Responsable", "Début", "État calculé");
                int count = 0;
                boolean late = false;
                for (var rows = table.rows(); rows.hasNext(); count++) {
                    late |= rows.next().cells().contains("En retard");
                }
                assertThat(count).isEqualTo(9);
                assertThat(late).isTrue();
            }
        }
    }

    @Test
    void findsLinesDespiteAccentsAndTypos() {
        assertThat(page("/search?q=BANDE+DESSINEE+electronique", Role.AUDITOR)
                        .select("main")
                        .text())
                .contains("Bande dessinée sur l’électronique.");
        assertThat(page("/search?q=transiton", Role.AUDITOR).select("main").text())
                .contains("1.4 · Transition juste");
    }

    @Test
    void doesNotCorrectTyposInClosedPlan() throws Exception {
        String title =
                CurrentActor.callAs(Actor.system("test"), () -> plans.tree(plan).title());
        assertThat(page("/search?q=transiton", Role.AUDITOR).select("main").text())
                .contains(title);
        CurrentActor.callAs(Actor.system("test"), () -> {
            adoption.close(plan, settings.today());
            return true;
        });
        assertThat(page("/search?q=transiton", Role.AUDITOR).select("main").text())
                .doesNotContain(title);
    }

    private ActionId id(int line) {
        return lines.get(line).id();
    }

    private String pdf(String edition) throws IOException {
        try (PDDocument document = Loader.loadPDF(file(edition + "/pdf"))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private byte[] file(String path) {
        MvcTestResult answer = get("/plan/actionplan/" + plan.value() + "/file/" + path, Role.AUDITOR);
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        return answer.getResponse().getContentAsByteArray();
    }

    private Document page(String url, Role role) {
        MvcTestResult answer = get(url, role);
        assertThat(answer).as(url).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult get(String url, Role role) {
        return mvc.get().uri(url).with(visitors.as(role)).exchange();
    }

    private MvcTestResult post(String url) {
        return mvc.post().uri(url).with(visitors.as(Role.STAFF)).with(csrf()).exchange();
    }
}
