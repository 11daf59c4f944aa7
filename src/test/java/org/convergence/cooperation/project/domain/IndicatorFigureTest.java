package org.convergence.cooperation.project.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.junit.jupiter.api.Test;

/** Totals are computed, and not stated is a cell (R-GAR-5). */
class IndicatorFigureTest {

    private static BigDecimal amount(IndicatorFigure figure) {
        return figure.amount().orElseThrow();
    }

    @Test
    void totalOfPeopleIncludesThoseNotStated() {
        assertThat(amount(IndicatorFigure.of(new PeopleBySex(82, 30, 2, 6)))).isEqualByComparingTo("120");
    }

    @Test
    void periodsAreSummedCellByCell() {
        IndicatorFigure sum = IndicatorFigure.of(new PeopleBySex(82, 30, 2, 6))
                .plus(IndicatorFigure.of(new PeopleBySex(10, 5, 0, 9)))
                .orElseThrow();
        assertThat(sum.people()).isEqualTo(new PeopleBySex(92, 35, 2, 15));
        assertThat(amount(sum)).isEqualByComparingTo("144");
    }

    @Test
    void ratiosAreSummedByTheirPartsAndNotByTheirPercents() {
        IndicatorFigure first = IndicatorFigure.ratio(new BigDecimal("12"), new BigDecimal("20"));
        IndicatorFigure second = IndicatorFigure.ratio(new BigDecimal("1"), new BigDecimal("80"));
        assertThat(amount(first)).isEqualByComparingTo("60.0");
        assertThat(amount(first.plus(second).orElseThrow())).isEqualByComparingTo("13.0");
    }

    @Test
    void aTargetWithoutCellsIsAddedByItsTotal() {
        IndicatorFigure sum = IndicatorFigure.of(new BigDecimal("40"))
                .plus(IndicatorFigure.of(new PeopleBySex(10, 5, 0, 5)))
                .orElseThrow();
        assertThat(sum.people()).isNull();
        assertThat(amount(sum)).isEqualByComparingTo("60");
    }

    @Test
    void wordsHaveNoAmountAndNoSum() {
        IndicatorFigure words = IndicatorFigure.ofWords("L’employeur reçoit les déléguées.");
        assertThat(words.amount()).isEmpty();
        assertThat(words.plus(words)).isEmpty();
    }
}
