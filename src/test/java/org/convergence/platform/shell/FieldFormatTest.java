package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12",
                "12,5|12.5",
                "12.5|12.5",
                "1 234|1234",
                "1 234,56|1234.56",
                "1,234.56|1234.56",
                "1.234,56|1234.56",
                "−4|-4",
                "1'234|1234",
                "0|0"
            })
    void numbersAreReadInEitherLanguagesHabits(String typed, BigDecimal meant) {
        assertThat(FieldFormat.parseNumber(typed)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"572.50,572.50", "600.00,600", "0.00,0"})
    void amountsOfMoneyShowTheirCents(String amount, String shown) {
        assertThat(FieldFormat.format(Money.parse("CAD " + amount))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "douze", "1e9", "12 h", "--3", "1,2,3", "1.2.3", "0x10", "99999999999999999", "∞"})
    void rejectsTextThatIsNoNumber(String typed) {
        assertThat(FieldFormat.parseNumber(typed)).isEmpty();
    }

    @Property
    void readsFormattedNumber(@ForAll @BigRange(min = "-1000000000", max = "1000000000") @Scale(4) BigDecimal number) {
        assertThat(FieldFormat.parseNumber(FieldFormat.format(number)).orElseThrow())
                .isEqualByComparingTo(number);
    }

    @Property
    void readsQuebecNumbers(@ForAll @BigRange(min = "0", max = "1000000000") @Scale(2) BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(Locale.CANADA_FRENCH);
        format.setMaximumFractionDigits(2);
        assertThat(DecimalFormatSymbols.getInstance(Locale.CANADA_FRENCH).getDecimalSeparator())
                .isEqualTo(',');
        assertThat(FieldFormat.parseNumber(format.format(number)).orElseThrow()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3|3",
                "3,5|3.5",
                "3 h|3",
                "3 h 30|3.5",
                "3h30|3.5",
                "3:30|3.5",
                "45 min|0.75",
                "1 h 20 min|1.33",
                "0,25 h|0.25"
            })
    void hoursAreReadAsOneWritesThem(String typed, BigDecimal meant) {
        assertThat(FieldFormat.parseHours(typed).orElseThrow()).isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3 h 75", "3:5", "demain", "h", "3 h 30 h"})
    void rejectsTextThatIsNoDuration(String typed) {
        assertThat(FieldFormat.parseHours(typed)).isEmpty();
    }

    @Test
    void readsDatesByYearMonthAndDay() {
        assertThat(FieldFormat.parseDate("2025-01-14")).hasValue(LocalDate.of(2025, 1, 14));
        assertThat(FieldFormat.parseDate(" 2025/1/4 ")).hasValue(LocalDate.of(2025, 1, 4));
        assertThat(FieldFormat.parseDate("2025-02-30")).isEmpty();
        assertThat(FieldFormat.parseDate("14/01/2025")).isEmpty();
        assertThat(FieldFormat.parseDate("0025-01-14")).isEmpty();
    }

    @Test
    void recognisesDayInBrowserFormat() {
        assertThat(FieldFormat.isDay("2026-03-31")).isTrue();
        for (String other : new String[] {"", "quand", "2026/03/31", "2026-3-1", "2026-02-30", "31 mars"}) {
            assertThat(FieldFormat.isDay(other)).as(other).isFalse();
        }
    }
}
