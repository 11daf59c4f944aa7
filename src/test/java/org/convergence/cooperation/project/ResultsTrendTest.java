package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.StatementCounter;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The values of an indicator from one period to the next. */
@ModuleTest
class ResultsTrendTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noProjects() {
        fixture.clear();
    }

    private List<UUID> ids(String table, String order) {
        return db.sql("SELECT id FROM cooperation." + table + " ORDER BY " + order)
                .query(UUID.class)
                .list();
    }

    @Test
    void valuesOfTwoPeriodsAreDrawnAndThoseOfOneAreNot() {
        LocalDate today = settings.today();
        String url = fixture.post(
                "/cooperation/project/new",
                "title=Courbe",
                "role=LEAD",
                "organisation-new=" + CooperationFixture.PARTNER);
        fixture.post(url + "/logic/new", "level=OUTPUT", "statement=Manuels écrits", "parent=");
        String result = "result=" + fixture.only("project_result");
        fixture.post(url + "/framework/new", result, "wording=Manuels tirés", "kind=QUANTITY", "addsUp=true");
        fixture.post(url + "/framework/new", result, "wording=Heures de relecture", "kind=QUANTITY", "addsUp=true");
        fixture.post(url + "/results/periods", "from=" + today.minusMonths(13), "months=6", "count=2");
        List<UUID> indicators = ids("project_indicator", "position");
        List<UUID> periods = ids("project_period", "starts_on");
        String manuals = url + "/results/" + indicators.get(0) + "/";
        fixture.post(manuals + periods.get(0) + "/value", "version=0", "actual.number=10");
        String hours = url + "/results/" + indicators.get(1) + "/";
        fixture.post(hours + periods.get(0) + "/value", "version=0", "actual.number=2,5");
        fixture.post(hours + periods.get(1) + "/value", "version=0", "actual.number=3");
        assertThat(pages.as(Role.BOARD_MEMBER).open(url + "/results?period=all").select("figure"))
                .as("one value, and halves of hours")
                .isEmpty();
        fixture.post(manuals + periods.get(1) + "/value", "version=0", "actual.number=25");
        Document page = pages.as(Role.BOARD_MEMBER).open(url + "/results?period=all");
        assertThat(page.select("figure figcaption").eachText()).containsExactly("Manuels tirés");
        assertThat(page.select("figure tbody td").eachText()).containsExactly("10", "25");
        assertThat(page.select("figure svg[role=img]").attr("aria-label")).contains("25");
        assertThat(pages.as(Role.BOARD_MEMBER).open(url + "/results").select("figure"))
                .isEmpty();
    }

    @Test
    void moreIndicatorsPeriodsAndValuesNeedNoMoreQueries() {
        LocalDate today = settings.today();
        String url = fixture.post(
                "/cooperation/project/new",
                "title=Courbe",
                "role=LEAD",
                "organisation-new=" + CooperationFixture.PARTNER);
        fixture.post(url + "/logic/new", "level=OUTPUT", "statement=Manuels écrits", "parent=");
        addIndicators(url, 1);
        fixture.post(url + "/results/periods", "from=" + today.minusMonths(1), "months=6", "count=1");
        List<String> views = List.of("/results", "/results?period=all");
        List<Integer> before =
                views.stream().map(view -> countStatements(url + view)).toList();
        addIndicators(url, 12);
        fixture.post(url + "/results/periods", "from=" + today.minusMonths(61), "months=12", "count=5");
        db.sql("""
                        INSERT INTO cooperation.project_value (id, indicator, period, state, target_number, actual_number)
                        SELECT gen_random_uuid(), i.id, p.id, 'DRAFT', 10, 3
                        FROM cooperation.project_indicator i, cooperation.project_period p
                        """).update();
        assertThat(views.stream().map(view -> countStatements(url + view)).toList())
                .isEqualTo(before);
    }

    private void addIndicators(String url, int many) {
        for (int i = 0; i < many; i++) {
            fixture.post(
                    url + "/framework/new",
                    "result=" + fixture.only("project_result"),
                    "wording=Manuels tirés " + i,
                    "kind=QUANTITY",
                    "addsUp=true");
            fixture.post(
                    url + "/framework/new",
                    "result=" + fixture.only("project_result"),
                    "wording=Formations tenues " + i,
                    "kind=QUANTITY",
                    "addsUp=true",
                    "feed.measure=REALISATIONS",
                    "feed.kind=TRAINING",
                    "feed.partner=" + fixture.partner().value());
        }
    }

    private int countStatements(String url) {
        pages.as(Role.BOARD_MEMBER).open(url);
        return StatementCounter.count(() -> pages.as(Role.BOARD_MEMBER).open(url));
    }
}
