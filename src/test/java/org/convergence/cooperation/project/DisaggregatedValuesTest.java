package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.cooperation.project.domain.Disaggregation;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values by age group, disability or place: what cells leave of the total is not stated, in each view and file. */
@ModuleTest
class DisaggregatedValuesTest {

    private static final String[] INDICATOR = {
        "wording=Déléguées formées",
        "kind=QUANTITY",
        "unit=déléguées",
        "bySex=true",
        "addsUp=true",
        "dimensions=Âge : moins de 30 ans, 30 ans et plus\nHandicap : oui, non, non déclaré"
    };

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    private String url = "";
    private String result = "";
    private String cell = "";

    @BeforeEach
    void oneIndicator() {
        fixture.clear();
        url = fixture.post(
                "/cooperation/project/new",
                "title=Couturières",
                "role=LEAD",
                "organisation-new=" + CooperationFixture.PARTNER);
        fixture.post(url + "/logic/new", "level=IMMEDIATE", "statement=Capacité renforcée chez les déléguées");
        result = "result=" + fixture.only("project_result");
        fixture.post(url + "/framework/new", with(INDICATOR, result));
        fixture.post(url + "/results/periods", "from=2026-01-01", "months=6", "count=1");
        cell = url + "/results/" + fixture.only("project_indicator") + "/" + fixture.only("project_period");
    }

    private static String[] with(String[] fields, String more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add(more);
        return all.toArray(String[]::new);
    }

    @Test
    void whatCellsLeaveOfTheTotalIsNotStatedInEachViewAndFile() {
        Document form = pages.as(Role.COORDINATOR).open(cell);
        assertThat(form.select("fieldset legend").eachText()).contains("Âge", "Handicap");
        assertThat(form.select("[name='actual.d1c2']"))
                .as("not stated is no cell to type")
                .isEmpty();
        fixture.post(
                cell + "/value",
                "version=0",
                "actual.number=120",
                "actual.women=82",
                "actual.men=30",
                "actual.d0c0=70",
                "actual.d0c1=40",
                "actual.d1c0=5");
        String told = "Âge : moins de 30 ans 70, 30 ans et plus 40, non déclaré 10."
                + " Handicap : oui 5, non 0, non déclaré 115";
        for (String view : List.of(cell, url + "/results", url + "/results?period=all")) {
            assertThat(fixture.main(view).replace('\u00a0', ' '))
                    .as(view)
                    .contains("82 femmes, 30 hommes", "8 de genre non déclaré", told);
        }
        String period = url + "/results/periods/" + fixture.only("project_period");
        String file = Pages.text(pages.as(Role.COORDINATOR).get(period + "/export.csv"));
        assertThat(file)
                .contains("Âge – moins de 30 ans", "Âge – Non déclaré", "Handicap – oui", "Handicap – Non déclaré")
                .containsPattern("70.{1,3}40.{1,3}10.{1,3}5.{1,3}0.{1,3}115");
        Document sheet = pages.as(Role.COORDINATOR).open(period + "/sheet");
        assertThat(sheet.select("[name$=.d0c0]").val()).isEqualTo("70");
        assertThat(sheet.select("th").eachText()).contains("Handicap – oui");
    }

    @Test
    void theTotalIsComputedFromCellsAloneAndCellsBeyondItAreRefused() {
        Document refused = Pages.parse(pages.as(Role.COORDINATOR)
                .post(cell + "/value", "version=0", "actual.number=10", "actual.d0c0=8", "actual.d0c1=3"));
        assertThat(refused.text()).contains("11", "10");
        assertThat(refused.select("[name='actual.d0c0']").val()).isEqualTo("8");
        fixture.post(cell + "/value", "version=0", "actual.d0c0=8", "actual.d0c1=3", "actual.d1c0=1");
        assertThat(fixture.main(cell).replace('\u00a0', ' '))
                .contains("11 déléguées", "30 ans et plus 3, non déclaré 0", "oui 1, non 0, non déclaré 10");
        assertThatThrownBy(() -> db.sql("UPDATE cooperation.project_value SET actual_people_not_stated = 10")
                        .update())
                .as("the database refuses cells that do not fit")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void dimensionsStayOnceThereAreCellsAndNeedTwoDifferentNames() {
        fixture.post(cell + "/value", "version=0", "actual.d0c0=8");
        String indicator = url + "/framework/" + fixture.only("project_indicator");
        String[] changed = with(INDICATOR, result);
        changed[5] = "dimensions=Région : nord, sud";
        assertThat(pages.as(Role.COORDINATOR).post(indicator, with(changed, "version=1")))
                .hasStatus(422);
        fixture.post(indicator, with(with(INDICATOR, result), "version=1"));
        for (String wrong : List.of("Âge", "Âge :", "Âge : a, A", "Âge : a, b\nâge : c, d")) {
            changed[5] = "dimensions=" + wrong;
            assertThat(pages.as(Role.COORDINATOR).post(url + "/framework/new", changed))
                    .as(wrong)
                    .hasStatus(422);
        }
        changed[5] = "dimensions=Âge : a, b";
        String[] fed = with(with(changed, "feed.measure=PARTICIPATIONS"), "feed.kind=TRAINING");
        assertThat(Pages.parse(pages.as(Role.COORDINATOR).post(url + "/framework/new", fed))
                        .text())
                .contains("Seul un nombre entré à la main");
    }

    @Test
    void cellsAndWhatIsNotStatedSumToTheTotalHoweverFiguresAreSummed() {
        Random random = new Random(19);
        List<Disaggregation> dimensions = Disaggregation.parse("Âge : a, b, c\nLieu : nord; sud, centre; est")
                .orElseThrow();
        assertThat(dimensions.get(1).cells()).containsExactly("nord", "sud, centre", "est");
        for (int round = 0; round < 500; round++) {
            IndicatorFigure sum = figure(random).plus(figure(random)).orElseThrow();
            for (int dimension = 0; dimension < 2; dimension++) {
                BigDecimal cells = sum.notStated(dimension);
                assertThat(cells.signum()).isNotNegative();
                for (int cell = 0; cell < 3; cell++) {
                    cells = cells.add(sum.cell(dimension, cell));
                }
                assertThat(cells).isEqualByComparingTo(sum.amount().orElseThrow());
            }
        }
    }

    private static IndicatorFigure figure(Random random) {
        int a = random.nextInt(50);
        int b = random.nextInt(50);
        int c = random.nextInt(50);
        PeopleBySex people = new PeopleBySex(a, b, c, random.nextInt(9));
        IndicatorFigure total = random.nextBoolean()
                ? IndicatorFigure.of(people)
                : IndicatorFigure.of(BigDecimal.valueOf(people.total()));
        List<BigDecimal> cells = List.of(BigDecimal.valueOf(a), BigDecimal.valueOf(b), BigDecimal.valueOf(c));
        return random.nextInt(4) == 0
                ? total
                : total.with(List.of(cells, List.of(cells.get(2), cells.get(0), cells.get(1))));
    }
}
