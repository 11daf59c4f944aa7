package org.convergence.resources.grant.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deadlines (R-GRANT-4), the net grant (R-GRANT-2), and budgets. */
class GrantCallPolicyTest {

    private static final ZoneId HERE = ZoneId.of("America/Toronto");
    private static final ZoneId PACIFIC = ZoneId.of("America/Vancouver");

    @Test
    void closingDayIsTheEarlierOfBothZones() {
        Instant pacific =
                LocalDate.of(2027, 1, 14).atTime(23, 59).atZone(PACIFIC).toInstant();
        assertThat(LocalDate.ofInstant(pacific, HERE)).as("its day here").isEqualTo("2027-01-15");
        assertThat(GrantCallPolicy.closingDay(pacific, PACIFIC, HERE)).isEqualTo("2027-01-14");
        Instant tokyo = LocalDate.of(2027, 1, 14)
                .atTime(9, 0)
                .atZone(ZoneId.of("Asia/Tokyo"))
                .toInstant();
        assertThat(GrantCallPolicy.closingDay(tokyo, ZoneId.of("Asia/Tokyo"), HERE))
                .isEqualTo("2027-01-13");
    }

    @Test
    void internalDeadlineIsTwoWorkingDaysBefore() {
        Set<LocalDate> closed = Set.of(LocalDate.of(2027, 5, 24));
        assertThat(GrantCallPolicy.internalDeadline(LocalDate.of(2027, 1, 14), closed::contains))
                .as("before a Thursday")
                .isEqualTo("2027-01-12");
        assertThat(GrantCallPolicy.internalDeadline(LocalDate.of(2027, 5, 25), closed::contains))
                .as("before a Tuesday after a holiday")
                .isEqualTo("2027-05-20");
        assertThat(GrantCallPolicy.internalDeadline(LocalDate.of(2027, 1, 16), closed::contains))
                .as("before a Saturday")
                .isEqualTo("2027-01-14");
    }

    @Test
    void yearsMissedAreSkipped() {
        LocalDate today = LocalDate.of(2027, 1, 10);
        assertThat(GrantCallPolicy.yearsToNext(LocalDate.of(2026, 3, 1), today)).isEqualTo(1);
        assertThat(GrantCallPolicy.yearsToNext(LocalDate.of(2023, 3, 1), today)).isEqualTo(4);
        assertThat(GrantCallPolicy.proposalDay(LocalDate.of(2026, 3, 31), 12)).isEqualTo("2027-01-06");
    }

    @Test
    void netGrantSubtractsHoursAndMatch() {
        GrantEstimate estimate = new GrantEstimate(
                new BigDecimal("18000.00"),
                new BigDecimal("32.50"),
                new BigDecimal("18"),
                new BigDecimal("38.35"),
                new BigDecimal("4500.00"),
                LocalDate.of(2027, 1, 1));
        // 50.5 h at 38.35 = 1 936.675, rounded once.
        assertThat(estimate.timeCost()).isEqualTo("1936.68");
        assertThat(estimate.net()).isEqualTo("11563.32");
    }

    @Test
    void readsBudgetWrittenOrPastedFromSpreadsheet() {
        assertThat(RequestedLine.parse("Salaires; 12 000,50; 3 000\r\n\r\nTournée\t2,500.00 $\nAdministration;0;10")
                        .lines())
                .isEqualTo(List.of(
                        line("Salaires", "12000.50", "3000"),
                        line("Tournée", "2500.00", "0"),
                        line("Administration", "0", "10")));
        assertThat(RequestedLine.parse("Salaires\nA; -5\nB; 1,234567\nC; 5; x\n; 4\nD; 1; 2; 3")
                        .unread())
                .isEqualTo(List.of(1, 2, 3, 4, 5, 6));
    }

    private static RequestedLine line(String label, String requested, String other) {
        return new RequestedLine(label, new BigDecimal(requested), new BigDecimal(other));
    }
}
