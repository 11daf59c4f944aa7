package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.table.TableReader;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list of realisations, the parts of other pages that show it, and its files. */
@ModuleTest
class RealisationListPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate today = LocalDate.EPOCH;
    private MeansId means = new MeansId(new UUID(0, 0));
    private ActionId workshops = new ActionId(new UUID(0, 0));
    private OrganisationId cegep = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void prepareThreeRealisations() throws Exception {
        visitors.ensureOrganisation();
        today = settings.today();
        ground.clear();
        CurrentActor.callAs(RealisationFixture.COORDINATOR, () -> {
            PlanId plan = ground.plan("Plan d’action");
            means = ground.means(plan, "1.2", "Ateliers");
            workshops = ground.action(plan, means, "Offrir des ateliers");
            Set<OrganisationId> both = ground.organisations("Cégep du Vieux-Port", "Comité jeunes");
            cegep = both.iterator().next();
            record("Atelier sur le textile", RealisationKind.WORKSHOP, "QC-06", 40, both, Set.of(workshops));
            record("Mission à Bogotá", RealisationKind.MISSION, "CO", 10, Set.of(), Set.of());
            record("Rencontre à venir", RealisationKind.MEETING, null, -5, Set.of(), Set.of());
            return true;
        });
    }

    @Test
    void showsDoneRealisationsTheLatestFirstWithTheirCount() {
        Document page = open("/plan/realisation");
        assertThat(titles(page)).containsExactly("Mission à Bogotá", "Atelier sur le textile");
        assertThat(page.select(".tally").text()).contains("2 réalisations");
        assertThat(page.select(".rows").text()).contains("24 participations", "Cégep du Vieux-Port", "1.2");
        Document all = open("/plan/realisation?state=ALL");
        assertThat(titles(all)).containsExactly("Rencontre à venir", "Mission à Bogotá", "Atelier sur le textile");
        assertThat(all.select(".rows").text()).contains("Prévue");
    }

    @Test
    void plannedOnesBeginWithTheNext() {
        CurrentActor.runAs(RealisationFixture.COORDINATOR, () -> {
            for (int i = 0; i < 60; i++) {
                record("Rencontre " + i, RealisationKind.MEETING, null, -6, Set.of(), Set.of());
            }
        });
        Document first = open("/plan/realisation?state=PLANNED");
        assertThat(titles(first)).startsWith("Rencontre à venir").hasSize(50);
        Document second = open(first.select("a[rel=next]").attr("href"));
        assertThat(titles(second)).hasSize(11).doesNotContainAnyElementsOf(titles(first));
        assertThat(second.select("a[rel=first]").attr("href")).isEqualTo("/plan/realisation?state=PLANNED");
    }

    @Test
    void filtersAreInTheAddressAndRemovable() {
        assertThat(titles(open("/plan/realisation?q=textile"))).containsExactly("Atelier sur le textile");
        assertThat(titles(open("/plan/realisation?kind=MISSION"))).containsExactly("Mission à Bogotá");
        assertThat(titles(open("/plan/realisation?place=QC"))).containsExactly("Atelier sur le textile");
        assertThat(titles(open("/plan/realisation?place=ABROAD"))).containsExactly("Mission à Bogotá");
        assertThat(titles(open("/plan/realisation?state=PLANNED"))).containsExactly("Rencontre à venir");
        assertThat(titles(open("/plan/realisation?means=" + means.value()))).containsExactly("Atelier sur le textile");
        assertThat(titles(open("/plan/realisation?action=" + workshops.value())))
                .containsExactly("Atelier sur le textile");
        assertThat(titles(open("/plan/realisation?organisation=" + cegep.value())))
                .containsExactly("Atelier sur le textile");
        assertThat(titles(open("/plan/realisation?from=" + today.minusDays(20) + "&to=" + today)))
                .containsExactly("Mission à Bogotá");
        Document two = open("/plan/realisation?kind=MISSION&place=CO");
        assertThat(two.select("a.chip").eachAttr("href"))
                .containsExactly("/plan/realisation?place=CO", "/plan/realisation?kind=MISSION");
    }

    @Test
    void unreadableFiltersAreReportedWithTheirText() {
        MvcTestResult answer = get("/plan/realisation?from=2026-13-45&kind=MISSION");
        assertThat(answer).hasStatus(422);
        Document page = page(answer);
        assertThat(page.select("input[name=from]").val()).isEqualTo("2026-13-45");
        assertThat(page.select(".error")).isNotEmpty();
        assertThat(get("/plan/realisation?place=%27%3B--")).hasStatus(422);
    }

    @Test
    void anEmptyListAdvisesWhatToDo() {
        assertThat(open("/plan/realisation?q=introuvable").select(".empty a").attr("href"))
                .isEqualTo("/plan/realisation");
        ground.clear();
        assertThat(open("/plan/realisation").select(".empty a").attr("href")).isEqualTo("/plan/realisation/new");
    }

    @Test
    void htmxRequestsGetTheRowsOnly() {
        MvcTestResult part = mvc.get()
                .uri("/plan/realisation?q=textile")
                .header("HX-Request", "true")
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
        assertThat(part)
                .hasStatusOk()
                .bodyText()
                .contains("Atelier sur le textile")
                .doesNotContain("<html", "<form");
    }

    @Test
    void pagesHaveNoGapsOrRepetitions() {
        CurrentActor.runAs(RealisationFixture.COORDINATOR, () -> {
            for (int i = 0; i < 70; i++) {
                record("Rencontre " + i, RealisationKind.MEETING, null, 100, Set.of(), Set.of());
            }
        });
        List<String> seen = new ArrayList<>();
        String address = "/plan/realisation?to=" + today;
        while (!address.isEmpty()) {
            Document page = open(address);
            assertThat(page.select(".tally").text()).contains("72 réalisations");
            seen.addAll(titles(page));
            address = page.select("a[rel=next]").attr("href");
        }
        assertThat(seen).hasSize(72).doesNotHaveDuplicates();
    }

    @Test
    void anExportHoldsExactlyTheFilteredRows() {
        for (String ending : List.of("csv", "xlsx")) {
            MvcTestResult answer = get("/plan/realisation/export." + ending + "?kind=WORKSHOP");
            assertThat(answer).hasStatusOk();
            List<List<String>> rows = new ArrayList<>();
            try (TableReader file = TableReader.open(
                    new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
                assertThat(file.head()).startsWith("Titre", "Date", "Jusqu’au", "Type");
                file.rows().forEachRemaining(row -> rows.add(row.cells()));
            }
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0))
                    .startsWith("Atelier sur le textile", today.minusDays(40).toString())
                    .contains("Atelier", "Faite", "Montréal", "Cégep du Vieux-Port; Comité jeunes", "24", "10", "1.2");
        }
        assertThat(get("/plan/realisation/export.exe")).hasStatus(404);
    }

    @Test
    void aLineOfThePlanShowsItsRealisationsAndTheirFigures() throws Exception {
        CurrentActor.callAs(RealisationFixture.COORDINATOR, () -> {
            for (int days = 1; days < 8; days++) {
                record("Infolettre " + days, RealisationKind.MEETING, null, -days, Set.of(), Set.of(workshops));
            }
            return true;
        });
        Document page = open("/plan/actionplan/action/" + workshops.value());
        assertThat(titles(page)).as("those that the figures count come first").startsWith("Atelier sur le textile");
        assertThat(page.text()).contains("Prévue");
        assertThat(page.text())
                .contains("1 réalisation · 24 participations · 2 organisations")
                .doesNotContain("de travail");
        assertThat(page.select("main a[href^=/plan/realisation/new]").attr("href"))
                .isEqualTo("/plan/realisation/new?action=" + workshops.value() + "&from=/plan/actionplan/action/"
                        + workshops.value());
    }

    @Test
    void anOrganisationPageShowsItsRealisations() {
        Document page = open("/directory/people/organisations/" + cegep.value());
        assertThat(titles(page)).contains("Atelier sur le textile");
        assertThat(page.select("main").text().replace('\u00a0', ' ').replace('\u202f', ' '))
                .contains("1 réalisation · 24 participations · 2 organisations · 5 h 30 de travail");
        Document form = open(page.select("main a[href^=/plan/realisation/new]").attr("href"));
        assertThat(form.select("input[name=organisations][checked]").val())
                .isEqualTo(cegep.value().toString());
    }

    @Test
    void theSearchFieldFindsThem() {
        assertThat(open("/search?q=textile").select("main").text())
                .contains("Atelier sur le textile")
                .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void theHomePageAsksAboutPastPlannedOnesAndShowsTheLatest() throws Exception {
        CurrentActor.callAs(
                RealisationFixture.COORDINATOR,
                () -> realisations.record(new RecordRealisationCommand(
                        org.convergence.plan.realisation.RealisationState.PLANNED,
                        RealisationFixture.workshop("Kiosque d’hier", today.minusDays(1)),
                        Amounts.UNKNOWN,
                        PlanAttribution.NOTHING,
                        null)));
        Document page = open("/");
        assertThat(page.select("main").text())
                .contains("Est-ce arrivé?", "Kiosque d’hier", "Fait dernièrement", "Mission à Bogotá");
        assertThat(page.select("main .acts a").eachAttr("href")).anyMatch(url -> url.endsWith("/done?from=/"));
    }

    private void record(
            String title,
            RealisationKind kind,
            @org.jspecify.annotations.Nullable String place,
            int daysAgo,
            Set<OrganisationId> with,
            Set<ActionId> serving) {
        realisations.record(RecordRealisationCommand.byHand(
                new RealisationDetails(
                        title,
                        kind,
                        DayRange.on(today.minusDays(daysAgo)),
                        place == null ? null : Place.of(place),
                        with.isEmpty() ? null : new Participations(10, 8, 1, 5, null),
                        new LinkedHashSet<>(with)),
                with.isEmpty() ? Amounts.UNKNOWN : new Amounts(new BigDecimal("3.5"), BigDecimal.valueOf(2), null),
                PlanAttribution.serving(serving),
                today));
    }

    private static List<String> titles(Document page) {
        return page.select("ul.rows .what > a").eachText();
    }

    private Document open(String url) {
        MvcTestResult answer = get(url);
        assertThat(answer).as(url).hasStatusOk();
        return page(answer);
    }

    private MvcTestResult get(String url) {
        return mvc.get().uri(url).with(visitors.as(Role.COORDINATOR)).exchange();
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
