package org.convergence.education.tool.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-EDU-6 and the numbers of editions. */
class ToolPolicyTest {

    @Test
    void copiesAreDepositedWithinSevenDays() {
        assertThat(ToolPolicy.depositDue(LocalDate.of(2026, 12, 28))).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "978-2-1234-5680-3, true",
        "9782123456803, true",
        "9782123456804, false",
        "978212345680, false",
        "ISBN, false"
    })
    void anIsbnHasARightCheckDigit(String text, boolean isIsbn) {
        assertThat(ToolPolicy.isIsbn(text)).isEqualTo(isIsbn);
    }

    @Test
    void moreThanTheStockIsAsked() {
        assertThat(ToolPolicy.exceedsStock(30, 30)).isFalse();
        assertThat(ToolPolicy.exceedsStock(31, 30)).isTrue();
    }
}
