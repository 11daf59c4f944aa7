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
}
