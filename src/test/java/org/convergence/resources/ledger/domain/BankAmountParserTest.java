package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts and days as banks write them. */
class BankAmountParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 234,56|1234.56",
                "1,234.56|1234.56",
                "1.234,56 $|1234.56",
                "$1,234|1234.00",
                "(12.00)|-12.00",
                "12.00-|-12.00",
                "-0,5|-0.50",
                ",75|0.75",
                "500.0|500.00",
                "+12.34|12.34",
                "1234567.89|1234567.89",
                "1 234,56 CR|1234.56",
                "450,25 DR|-450.25",
                "DR 450.25|-450.25",
                "450.25D|-450.25",
                "-450,25 DR|-450.25",
                "－450,25|-450.25",
                "(1 234,56 $)|-1234.56",
                "450,25 CAD|450.25",
                "450,25 $ CR|450.25"
            })
    void parsesAmountsInAllNotations(String text, BigDecimal amount) {
        assertThat(BankAmountParser.parseSigned(text)).contains(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,3456",
                "douze",
                "1 234,567.1",
                "-",
                "=1+1",
                "12/34",
                "''",
                "(12.00",
                "12.00)",
                "-12.00-",
                "-12.00 CR",
                "1,234,56",
                "1.234,567",
                "CR",
                "12 CRX"
            })
    void rejectsOtherTexts(String text) {
        assertThat(BankAmountParser.parseSigned(text)).isEmpty();
    }

    @Property
    void parsesFrenchAndEnglishFormats(@ForAll @LongRange(min = 0, max = 99_999_999_999L) long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        String english = String.format(java.util.Locale.CANADA, "%,.2f", amount);
        assertThat(BankAmountParser.parseSigned(english)).contains(amount);
        assertThat(BankAmountParser.parseSigned(english.replace(',', ' ').replace('.', ',')))
                .contains(amount);
        assertThat(BankAmountParser.parseSigned("(" + english + ")")).contains(amount.negate());
    }

    @Test
    void detectsDateOrder() {
        assertThat(DateOrder.detect(List.of("02/03/2026", "02/13/2026"))).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(DateOrder.detect(List.of("03/02/2026", "13/02/2026"))).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(DateOrder.detect(List.of("02/03/2026", "02/05/2026", "02/07/2026")))
                .as("within a month rather than within half a year")
                .isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(DateOrder.detect(List.of("2026-02-03", "3 février 2026"))).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(DateOrder.MONTH_FIRST.parse("02/03/2026")).contains(LocalDate.of(2026, 2, 3));
        assertThat(DateOrder.MONTH_FIRST.parse("Feb 3, 2026")).contains(LocalDate.of(2026, 2, 3));
    }
}
