package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValueState;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.cooperation.project.domain.ProjectResults;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.cooperation.project.domain.ProjectTotals;
import org.convergence.cooperation.project.domain.ProjectTotals.IndicatorTotal;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project of twenty periods, of which a page shows eight. */
@ModuleTest
class ManyPeriodsTest {

    private static final int PERIODS = 20;

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MeasurementQueries measurement;

    @Autowired
    private ProjectResults results;

    @Autowired
    private ProjectTotals totals;

    private String url = "";

    @BeforeEach
    void twentyMonths() {
        fixture.clear();
        LocalDate begun = settings.today().withDayOfMonth(1).minusMonths(15);
        url = fixture.post(
                "/cooperation/project/new",
                "title=Longue route",
                "role=LEAD",
                "organisation-new=" + CooperationFixture.PARTNER);
        fixture.post(url + "/logic/new", "level=OUTPUT", "statement=Manuels écrits", "parent=");
        indicate("Manuels tirés", "kind=QUANTITY", "addsUp=true");
        indicate("Membres", "kind=QUANTITY");
        indicate("Part des comités actifs", "kind=RATIO");
        indicate("Confiance", "kind=QUALITATIVE");
        indicate(
                "Formées",
                "kind=QUANTITY",
                "addsUp=true",
                "bySex=true",
                "dimensions=Âge : moins de 30 ans, 30 ans et plus");
        indicate(
                "Participations",
                "kind=QUANTITY",
                "addsUp=true",
                "bySex=true",
                "feed.measure=PARTICIPATIONS",
                "feed.kind=TRAINING",
                "feed.partner=" + fixture.partner().value());
        fixture.post(url + "/results/periods", "from=" + begun, "months=1", "count=" + PERIODS);
        fixture.realise(RealisationKind.TRAINING, begun.plusDays(3), new Participations(7, 2, 0, 1, null));
        fixture.realise(
                RealisationKind.TRAINING, begun.plusMonths(1).plusDays(3), new Participations(5, 0, 0, 0, null));
        db.sql("""
                        INSERT INTO cooperation.project_value (id, indicator, period, state, submitted_on, target_number,
                            target_denominator, target_people_women, target_people_men, target_people_other,
                            target_people_not_stated, target_words, actual_number, actual_denominator, actual_people_women,
                            actual_people_men, actual_people_other, actual_people_not_stated, actual_words, actual_cells)
                        SELECT gen_random_uuid(), i.id, p.id, CASE WHEN n % 3 = 0 AND known THEN 'APPROVED' ELSE 'DRAFT' END,
                               CASE WHEN n % 3 = 0 AND known THEN p.ends_on END,
                               CASE WHEN i.kind <> 'QUALITATIVE' AND NOT i.by_sex THEN 10 + n END,
                               CASE WHEN i.kind = 'RATIO' THEN 40 END, zero + n, zero, zero, zero,
                               CASE WHEN i.kind = 'QUALITATIVE' THEN 'Cible ' || n END,
                               CASE WHEN i.kind <> 'QUALITATIVE' AND NOT i.by_sex AND known THEN n END,
                               CASE WHEN i.kind = 'RATIO' AND known THEN 30 END,
                               CASE WHEN known THEN zero + n END, CASE WHEN known THEN zero + 1 END,
                               CASE WHEN known THEN zero END, CASE WHEN known THEN zero END,
                               CASE WHEN i.kind = 'QUALITATIVE' AND known THEN 'Mot ' || n END,
                               CASE WHEN i.dimensions <> '' AND known AND n % 2 = 0 THEN '[[1, 2]]'::jsonb END
                        FROM cooperation.project_indicator i
                        CROSS JOIN (SELECT p.*, row_number() OVER (ORDER BY starts_on) AS n FROM cooperation.project_period p) p
                        CROSS JOIN LATERAL (SELECT p.starts_on <= :today AS known, CASE WHEN i.by_sex THEN 0 END AS zero) k
                        WHERE n <> 4
                        """).param("today", settings.today()).update();
    }

    private void indicate(String wording, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("result=" + fixture.only("project_result"));
        all.add("wording=" + wording);
        fixture.post(url + "/framework/new", all.toArray(String[]::new));
    }

    private static @Nullable IndicatorFigure sum(
            @Nullable IndicatorFigure total, @Nullable IndicatorFigure more, boolean addsUp) {
        if (more == null) {
            return total;
        }
        return total == null || !addsUp ? more : total.plus(more).orElse(more);
    }

    @Test
    void totalsAreThoseOfAllPeriodsWhicheverAreShown() {
        CurrentActor.runAs(users.actor(Role.COORDINATOR), () -> {
            ProjectId project = new ProjectId(fixture.only("project"));
            List<ProjectPeriodRow> all = measurement.findPeriods(project);
            Map<IndicatorId, IndicatorTotal> found =
                    totals.find(project, all, all.subList(0, 2)).totals();
            assertThat(found).hasSize(6);
            Map<String, String> shown = new HashMap<>();
            for (IndicatorRow indicator : measurement.findIndicators(project)) {
                IndicatorFigure target = null;
                IndicatorFigure actual = null;
                long open = 0;
                for (IndicatorResult cell : results.findTable(project, all).of(indicator)) {
                    target = sum(target, cell.target(), indicator.addsUp());
                    actual = sum(actual, cell.actual(), indicator.addsUp());
                    open += cell.actual() != null && cell.state() != ValueState.APPROVED ? 1 : 0;
                }
                IndicatorTotal total = Objects.requireNonNull(found.get(indicator.id()));
                assertThat(IndicatorFigure.mark(total.target()))
                        .as(indicator.wording())
                        .isEqualTo(IndicatorFigure.mark(target));
                assertThat(IndicatorFigure.mark(total.actual()))
                        .as(indicator.wording())
                        .isEqualTo(IndicatorFigure.mark(actual));
                assertThat(total.open()).as(indicator.wording()).isEqualTo(open);
                shown.put(indicator.wording(), IndicatorFigure.mark(total.actual()));
            }
            assertThat(shown)
                    .containsEntry("Manuels tirés", "132/")
                    .containsEntry("Membres", "16/")
                    .containsEntry("Part des comités actifs", "16/30")
                    .containsEntry("Confiance", "Mot 16")
                    .containsEntry("Formées", "132,15,0,0 [[7, 14]]");
        });
    }

    private Document open(String address) {
        return pages.as(Role.BOARD_MEMBER).open(address);
    }

    private static List<String> links(Document page, String which) {
        return page.select("main a[href]").stream()
                .filter(each -> each.text().equals(which))
                .map(each -> each.attr("href"))
                .toList();
    }

    @Test
    void aPageShowsEightPeriodsAndLeadsToAllOthers() {
        Set<String> values = new LinkedHashSet<>();
        String address = url + "/results?period=all";
        for (int page = 0; page < 3; page++) {
            Document shown = open(address);
            List<String> parts = shown.select("td small a").stream()
                    .map(each -> each.attr("href"))
                    .toList();
            assertThat(parts).hasSizeLessThanOrEqualTo(6 * 8);
            assertThat(shown.select("ul.tabs a[href*=period]")).hasSizeLessThanOrEqualTo(11);
            values.addAll(parts);
            address = links(shown, "Périodes d’avant").stream().findFirst().orElse(address);
        }
        assertThat(links(open(address), "Périodes d’avant")).isEmpty();
        // Each of six indicators has a value in fifteen months, and the fed one is counted in the month without a row
        // too.
        assertThat(values).hasSize(6 * 15 + 1);
        Document current = open(url + "/results");
        Document later = open(links(current, "Périodes d’après").get(0));
        assertThat(links(later, "Périodes d’après")).as("none after the last").isEmpty();
        Document earlier = open(links(current, "Périodes d’avant").get(0));
        assertThat(earlier.select("ul.tabs [aria-current]").eachText()).hasSize(2);
        assertThat(links(earlier, "Périodes d’après")).hasSize(1);
    }

    @Test
    void theFrameworkShowsTheTargetsOfEightPeriodsAndItsFileAll() {
        Document page = open(url + "/framework");
        Element row =
                Objects.requireNonNull(page.select("tr:contains(Manuels tirés)").last());
        assertThat(row.select("td[data-label=Cibles] div")).hasSize(8);
        assertThat(page.select("main").text()).contains("Les cibles de 8 périodes sur 20");
        String file = Pages.text(pages.as(Role.BOARD_MEMBER).get(url + "/framework/export.csv"));
        assertThat(file.lines().filter(each -> each.contains("Cible "))).hasSize(PERIODS - 1);
    }
}
