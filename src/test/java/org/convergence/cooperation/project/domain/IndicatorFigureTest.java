package org.convergence.cooperation.project.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
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

    @Test
    void theSameFigureIsTheSameHoweverItsNumbersAreWrittenAndOtherCellsAreAnother() {
        IndicatorFigure entered = IndicatorFigure.of(new BigDecimal("20"))
                .with(List.of(List.of(new BigDecimal("10"), new BigDecimal("2.5"))));
        IndicatorFigure stored = IndicatorFigure.of(new BigDecimal("20.00"))
                .with(List.of(List.of(new BigDecimal("1E+1"), new BigDecimal("2.50"))));
        assertThat(entered.isSame(stored)).isTrue();
        assertThat(IndicatorFigure.mark(entered)).isEqualTo(IndicatorFigure.mark(stored));
        IndicatorFigure other = IndicatorFigure.of(new BigDecimal("20"))
                .with(List.of(List.of(new BigDecimal("2.5"), new BigDecimal("10"))));
        assertThat(entered.isSame(other)).isFalse();
        assertThat(IndicatorFigure.mark(entered)).isNotEqualTo(IndicatorFigure.mark(other));
        assertThat(entered.isSame(IndicatorFigure.of(new BigDecimal("20")))).isFalse();
        assertThat(IndicatorFigure.of(new BigDecimal("20"))
                        .isSame(IndicatorFigure.of(new BigDecimal("20"))
                                .with(List.of(List.of(BigDecimal.ZERO, BigDecimal.ZERO)))))
                .as("cells of which nothing is known")
                .isTrue();
    }
}
