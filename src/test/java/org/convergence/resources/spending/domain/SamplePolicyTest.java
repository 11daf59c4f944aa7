package org.convergence.resources.spending.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReport.VoucherShare;
import org.junit.jupiter.api.Test;

/** The sample of a report: reproducible, by line, the largest always in. */
class SamplePolicyTest {

    private static List<ReportedVoucher> report() {
        List<ReportedVoucher> all = new ArrayList<>();
        for (int number = 1; number <= 120; number++) {
            String line = number <= 100 ? "1" : number <= 119 ? "2" : "3";
            String amount = number == 42 ? "5000" : String.valueOf(10 + number);
            all.add(new ReportedVoucher(
                    new UUID(7, number),
                    number,
                    LocalDate.of(2025, 1, 1),
                    "",
                    "",
                    new BigDecimal(amount),
                    "CAD",
                    List.of(new VoucherShare(line, new BigDecimal(amount))),
                    List.of(),
                    ExpenseState.ACCEPTED,
                    null,
                    false,
                    null,
                    null));
        }
        return all;
    }

    private static List<Integer> draw(int seed) {
        return SamplePolicy.draw(report(), seed, 25).stream()
                .map(ReportedVoucher::number)
                .toList();
    }

    @Test
    void sameSeedDrawsTheSameExpensesInAnyOrder() {
        List<ReportedVoucher> shuffled = report();
        Collections.reverse(shuffled);
        assertThat(draw(4711)).hasSize(25).doesNotHaveDuplicates().isSorted().isEqualTo(draw(4711));
        assertThat(SamplePolicy.draw(shuffled, 4711, 25))
                .extracting(ReportedVoucher::number)
                .containsExactlyInAnyOrderElementsOf(draw(4711));
        assertThat(draw(4712)).isNotEqualTo(draw(4711));
    }

    @Test
    void largestIsAlwaysInAndEachLineByItsShare() {
        for (int seed = 1; seed <= 50; seed++) {
            List<Integer> drawn = draw(seed);
            assertThat(drawn).contains(42, 119, 120);
            assertThat(drawn.stream().filter(number -> number > 100 && number < 120))
                    .hasSizeBetween(3, 5);
        }
    }

    @Test
    void drawNeedsOnlyTheNumbersThatTheReportShows() {
        List<ReportedVoucher> others = report().stream()
                .map(voucher -> new ReportedVoucher(
                        UUID.randomUUID(),
                        voucher.number(),
                        voucher.day(),
                        "",
                        "",
                        voucher.amount(),
                        "CAD",
                        voucher.shares(),
                        List.of(),
                        voucher.state(),
                        null,
                        false,
                        null,
                        null))
                .toList();
        assertThat(SamplePolicy.draw(others, 4711, 25))
                .extracting(ReportedVoucher::number)
                .isEqualTo(draw(4711));
    }

    @Test
    void smallReportIsWhole() {
        assertThat(SamplePolicy.draw(report().subList(0, 20), 1, 25)).hasSize(20);
        assertThat(SamplePolicy.draw(List.of(), 1, 25)).isEmpty();
    }
}
