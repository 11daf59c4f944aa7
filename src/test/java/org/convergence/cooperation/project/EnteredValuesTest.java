package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Values and targets that people entered stay as they are. */
@ModuleTest
class EnteredValuesTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    private String url = "";
    private String cell = "";

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void oneIndicator() {
        fixture.clear();
        url = fixture.post(
                "/cooperation/project/new",
                "title=Valeurs",
                "role=LEAD",
                "organisation-new=" + CooperationFixture.PARTNER);
        fixture.post(url + "/logic/new", "level=OUTPUT", "statement=Ateliers tenus", "parent=");
        fixture.post(
                url + "/framework/new",
                "result=" + fixture.only("project_result"),
                "wording=Ateliers tenus",
                "kind=QUANTITY",
                "addsUp=true");
        fixture.post(url + "/results/periods", "from=" + settings.today().minusMonths(1), "months=6", "count=1");
        cell = url + "/results/" + fixture.only("project_indicator") + "/" + fixture.only("project_period");
    }

    @Test
    void anIndicatorWithEnteredValuesIsNotFedAfterwards() {
        fixture.post(cell + "/value", "version=0", "actual.number=14");
        String[] fed = {
            "version=1",
            "result=" + fixture.only("project_result"),
            "wording=Ateliers tenus",
            "kind=QUANTITY",
            "addsUp=true",
            "feed.measure=REALISATIONS",
            "feed.kind=TRAINING"
        };
        String indicator = url + "/framework/" + fixture.only("project_indicator");
        assertThat(Pages.parse(pages.as(Role.COORDINATOR).post(indicator, fed)).text())
                .contains("des valeurs entrées à la main");
        assertThat(fixture.main(cell)).contains("14");
    }

    @Test
    void anIndicatorWithValuesIsNotRemovedAndOneWithTargetsIs() {
        String remove = url + "/framework/" + fixture.only("project_indicator") + "/remove";
        fixture.post(cell + "/value", "version=0", "actual.number=14");
        assertThat(Pages.text(pages.as(Role.COORDINATOR).post(remove)))
                .contains("Cet indicateur a des valeurs")
                .contains("elles restent");
        assertThat(fixture.main(cell)).contains("14");

        fixture.post(cell + "/value", "version=1", "actual.number=");
        fixture.post(cell + "/target", "version=2", "target.number=3");
        fixture.post(remove);
        assertThat(fixture.main(url + "/results")).doesNotContain("Ateliers tenus");
    }

    @Test
    void theSameTargetAgainNeedsNoReasonAndKeepsTheFormerOne() {
        fixture.post(cell + "/target", "version=0", "target.number=3");
        fixture.post(cell + "/value", "version=1", "actual.number=1");
        fixture.post(cell + "/target", "version=2", "target.number=4", "reason=Un atelier de plus est financé.");
        fixture.post(cell + "/target", "version=3", "target.number=4");
        assertThat(fixture.main(cell)).contains("Un atelier de plus est financé.");
    }

    @Test
    void submittedValuesWaitOnTheHomePageOfThePersonWhoApproves() {
        fixture.post(cell + "/value", "version=0", "actual.number=14");
        String due = "Approuver une valeur soumise";
        assertThat(fixture.main("/")).doesNotContain(due);
        fixture.post(cell + "/submit");
        assertThat(fixture.main("/")).contains(due);
        assertThat(pages.as(Role.STAFF).open("/").text()).doesNotContain(due);
        fixture.post(cell + "/approve");
        assertThat(fixture.main("/")).doesNotContain(due);
    }

    @Test
    void theValuesOfAPeriodAreTypedOnOneSheetAndTakenAsAFile() {
        fixture.post(
                url + "/framework/new",
                "result=" + fixture.only("project_result"),
                "wording=Personnes formées",
                "kind=QUANTITY",
                "bySex=true",
                "addsUp=true");
        String period = url + "/results/periods/" + fixture.only("project_period");
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.open(url + "/results").select("a[href$=/sheet], a[href$=/export.xlsx]"))
                .hasSize(2);
        Document sheet = coordinator.open(period + "/sheet");
        String number = cellNamed(sheet, "Ateliers tenus", ".number");
        String women = cellNamed(sheet, "Personnes formées", ".women");
        String total = women.replace(".women", ".number");
        String[] versions = sheet.select("main input[name$=.opened]").stream()
                .map(each -> each.attr("name") + "=" + each.val())
                .toArray(String[]::new);
        assertThat(versions).hasSize(2);
        MvcTestResult refused = coordinator.post(
                period + "/sheet", versions[0], versions[1], number + "=6", women + "=9", total + "=8");
        assertThat(refused).as("cells beyond the total").hasStatus(422);
        assertThat(Pages.parse(refused).select("[name='" + number + "']").val())
                .as("what was typed stays")
                .isEqualTo("6");
        fixture.post(period + "/sheet", versions[0], versions[1], number + "=6", women + "=9", total + "=12");
        assertThat(fixture.main(url + "/results")).contains("6", "9 femmes", "3 de genre non déclaré");
        assertThat(Pages.text(coordinator.get(period + "/export.csv"))).contains("Personnes formées", "12", "9");
        fixture.post(cell + "/submit");
        assertThat(coordinator.open(period + "/sheet").select("main input[name$=.opened]"))
                .hasSize(1);
    }

    @Test
    void twoPeopleFillInOnePeriodAndMeetOnlyInARowThatBothChanged() {
        fixture.post(
                url + "/framework/new",
                "result=" + fixture.only("project_result"),
                "wording=Personnes formées",
                "kind=QUANTITY",
                "bySex=true",
                "addsUp=true");
        String period = url + "/results/periods/" + fixture.only("project_period");
        var coordinator = pages.as(Role.COORDINATOR);
        Document opened = coordinator.open(period + "/sheet");
        String number = cellNamed(opened, "Ateliers tenus", ".number");
        String women = cellNamed(opened, "Personnes formées", ".women");
        fixture.post(cell + "/target", "version=0", "target.number=3");
        fixture.post(period + "/sheet", typed(opened, number + "=6"));
        fixture.post(period + "/sheet", typed(opened, women + "=9"));
        assertThat(fixture.main(url + "/results")).contains("6", "9 femmes");
        MvcTestResult both = coordinator.post(period + "/sheet", typed(opened, number + "=7"));
        assertThat(both).hasStatus(409);
        Document kept = Pages.parse(both);
        assertThat(kept.text()).contains("Une autre personne vient d’écrire : 6");
        assertThat(kept.select("[name='" + number + "']").val()).isEqualTo("7");
        assertThat(kept.select("[name='" + women + "']").val())
                .as("the value of the other person")
                .isEqualTo("9");
        fixture.post(period + "/sheet", typed(kept, number + "=7"));
        assertThat(fixture.main(url + "/results")).contains("7", "9 femmes");
    }

    @Test
    void whatIsTypedWhileAnotherPersonSubmitsStaysOnItsPageAndSheet() {
        String period = url + "/results/periods/" + fixture.only("project_period");
        var coordinator = pages.as(Role.COORDINATOR);
        fixture.post(cell + "/value", "version=0", "actual.number=6");
        Document sheet = coordinator.open(period + "/sheet");
        String number = cellNamed(sheet, "Ateliers tenus", ".number");
        fixture.post(cell + "/submit");
        Document kept = Pages.parse(
                coordinator.post(cell + "/value", "version=2", "actual.number=7", "explanation=Un de plus."));
        assertThat(kept.select("[name='actual.number']").val()).isEqualTo("7");
        assertThat(kept.select("[name=explanation]").text()).isEqualTo("Un de plus.");
        MvcTestResult refused = coordinator.post(period + "/sheet", typed(sheet, number + "=7"));
        assertThat(refused).hasStatus(409);
        assertThat(Pages.parse(refused).select("[name='" + number + "']").val()).isEqualTo("7");
        assertThat(fixture.main(cell)).as("what was submitted").contains("6");
    }

    @Test
    void participationsAreNotCalledPeople() {
        String[] fed = {
            "result=" + fixture.only("project_result"),
            "wording=Participations aux ateliers",
            "kind=QUANTITY",
            "addsUp=true",
            "feed.measure=PARTICIPATIONS",
            "feed.kind=WORKSHOP",
            ""
        };
        for (String[] unit :
                new String[][] {{"Personnes", "participations"}, {"", "participations"}, {"déléguées", "déléguées"}}) {
            fed[6] = "unit=" + unit[0];
            fixture.post(url + "/framework/new", fed);
            assertThat(db.sql("SELECT unit FROM cooperation.project_indicator WHERE feed_measure IS NOT NULL")
                            .query(String.class)
                            .single())
                    .isEqualTo(unit[1]);
            db.sql("DELETE FROM cooperation.project_indicator WHERE feed_measure IS NOT NULL")
                    .update();
        }
    }

    /** All controls of the sheet as a browser sends them, one of them typed otherwise. */
    private static String[] typed(Document sheet, String change) {
        return Stream.concat(
                        sheet.select("main input[name^=v-]").stream()
                                .filter(each -> !change.startsWith(each.attr("name") + "="))
                                .map(each -> each.attr("name") + "=" + each.val()),
                        Stream.of(change))
                .toArray(String[]::new);
    }

    private static String cellNamed(Document sheet, String indicator, String end) {
        Element row = sheet.select("main tbody tr").stream()
                .filter(each -> each.select("th").text().equals(indicator))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(row.selectFirst("input[name$=" + end + "]"))
                .attr("name");
    }
}
