package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.convergence.plan.filing.FiledFact;
import org.convergence.platform.currency.Conversion.ConversionStep;
import org.convergence.resources.spending.BudgetMatches.BudgetMatch;
import org.convergence.resources.spending.BudgetOrigins.BudgetOrigin;
import org.convergence.resources.spending.CostClass;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.jspecify.annotations.Nullable;

/**
 * The financial report of a budget for a period (R-GRANT-17): what is filed and what its papers show. Amounts are in the currency of
 * the budget, except where an amount has its own.
 *
 * @param language of its papers, once filed
 * @param title of the budget
 * @param agreement with the funder; {@code null} if the budget has none
 * @param approval {@code null} while it is a draft
 * @param match asked by the agreement beside its money; {@code null} if it asks none
 * @param measuredOn the day to which the budget is compared: the last of the period, or today before that
 */
public record FinancialReport(
        String language,
        String title,
        String currency,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate budgetStartsOn,
        LocalDate budgetEndsOn,
        LocalDate measuredOn,
        List<ReportedLine> lines,
        List<ReportedVoucher> vouchers,
        ReportedBooks books,
        @Nullable BudgetOrigin agreement,
        @Nullable ReportApproval approval,
        @Nullable BudgetMatch match) {

    /** The version of the facts' schema. */
    static final int SCHEMA = 1;

    public FinancialReport {
        lines = List.copyOf(lines);
        vouchers = List.copyOf(vouchers);
    }

    /**
     * Who approved the figures, and when.
     *
     * @param by the name; empty if the account is closed
     */
    public record ReportApproval(String by, LocalDate on) {}

    /**
     * A line of the budget.
     *
     * @param account in the accountant's books; empty if it has none
     * @param spent in the period
     * @param cumulative spent since the budget began
     * @param expected the part of the budget that should be spent by then
     * @param reason why it departs from that; empty if nothing was said
     * @param original the amount at first; {@code null} in reports filed before it was kept
     * @param amendment that allows the budget in force; empty or {@code null} if there is none
     * @param cap the most that may be spent since the budget began, by what its base lines cost; {@code null} without one
     * @param exchange the part of its variance that comes from the rate, if the planned one is known; {@code null} otherwise
     */
    public record ReportedLine(
            UUID id,
            String code,
            String label,
            CostClass costClass,
            String account,
            BigDecimal budget,
            BigDecimal spent,
            BigDecimal cumulative,
            BigDecimal expected,
            String reason,
            @Nullable BigDecimal original,
            @Nullable String amendment,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal exchange) {

        /** Below zero if it is overspent. */
        public BigDecimal left() {
            return budget.subtract(cumulative);
        }

        /** Above zero if more was spent than expected. */
        public BigDecimal variance() {
            return cumulative.subtract(expected);
        }

        /** Whether its variance must be explained. */
        public boolean needsReason() {
            return VariancePolicy.needsReason(budget, variance());
        }

        /** Whether an explanation is missing. */
        public boolean lacksReason() {
            return needsReason() && reason.isEmpty();
        }
    }

    /**
     * An expense with its voucher.
     *
     * @param id of the expense
     * @param number in this report
     * @param amount in the currency in which it was paid
     * @param onSite whether the voucher shows a protected person, place or route, and never leaves
     * @param rebate of taxes, deducted from what it charges; {@code null} in reports filed before it was known
     * @param earlier true if it is from before the period, whose report was filed without it; else {@code null}
     */
    public record ReportedVoucher(
            UUID id,
            int number,
            LocalDate day,
            String supplier,
            String reference,
            BigDecimal amount,
            String currency,
            List<VoucherShare> shares,
            List<ConversionStep> rates,
            ExpenseState state,
            @Nullable UUID document,
            boolean onSite,
            @Nullable BigDecimal rebate,
            @Nullable Boolean earlier)
            implements FiledFact<ReportedVoucher> {

        public ReportedVoucher {
            shares = List.copyOf(shares);
            rates = List.copyOf(rates);
        }

        ReportedVoucher withheld() {
            return new ReportedVoucher(
                    id, number, day, supplier, reference, amount, currency, shares, rates, state, document, true,
                    rebate, earlier);
        }

        /** What it charges to the budget. */
        public BigDecimal charged() {
            return sum(shares, VoucherShare::amount);
        }

        /** What it charges to the line of a code. */
        public BigDecimal charged(String code) {
            return sum(
                    shares.stream().filter(share -> share.code().equals(code)).toList(), VoucherShare::amount);
        }

        /** Compares what changes the figures: not its number here, nor the accountant's acceptance. */
        @Override
        public boolean tellsTheSame(ReportedVoucher other) {
            return day.equals(other.day)
                    && currency.equals(other.currency)
                    && amount.compareTo(other.amount) == 0
                    && shares.equals(other.shares);
        }
    }

    /** The part of an expense that is charged to a line, in the currency of the budget. */
    public record VoucherShare(String code, BigDecimal amount) {}

    /**
     * How the report agrees with the accountant's books, in their currency.
     *
     * @param until the last day that imported books cover; {@code null} if there are none
     * @param withoutRate how many amounts in other currencies cannot be compared, since no rate is known
     * @param onlyHere charged to the budget, and absent from the books
     * @param onlyInBooks in the accounts of the budget's lines, and recorded by nobody
     */
    public record ReportedBooks(
            String currency,
            @Nullable LocalDate until,
            int withoutRate,
            List<UnpairedAmount> onlyHere,
            List<UnpairedAmount> onlyInBooks) {

        public ReportedBooks {
            onlyHere = List.copyOf(onlyHere);
            onlyInBooks = List.copyOf(onlyInBooks);
        }

        ReportedBooks withholding(Set<UUID> expenses) {
            return new ReportedBooks(
                    currency,
                    until,
                    withoutRate,
                    onlyHere.stream()
                            .map(each -> each.expense() != null && expenses.contains(each.expense())
                                    ? new UnpairedAmount(
                                            each.expense(), each.day(), each.account(), "", "", each.amount())
                                    : each)
                            .toList(),
                    onlyInBooks);
        }

        /** The report less the books: zero, or what the two lists explain. */
        public BigDecimal difference() {
            return sum(onlyHere, UnpairedAmount::amount).subtract(sum(onlyInBooks, UnpairedAmount::amount));
        }
    }

    /**
     * An amount that only one side has.
     *
     * @param expense {@code null} for a line of the books
     */
    public record UnpairedAmount(
            @Nullable UUID expense, LocalDate day, String account, String reference, String text, BigDecimal amount) {}

    /** What must be settled before the report is approved. */
    public List<ReportLack> lacks(LocalDate today) {
        long reasons = lines.stream().filter(ReportedLine::lacksReason).count();
        long open =
                vouchers.stream().filter(voucher -> voucher.state().isOpen()).count();
        return Stream.concat(
                        Stream.of(
                                new ReportLack("spending.report.lack.period", endsOn.isBefore(today) ? 0 : 1),
                                new ReportLack("spending.report.lack.reasons", reasons),
                                new ReportLack("spending.report.lack.open", open),
                                new ReportLack("spending.report.lack.cap", LineLimitPolicy.countAboveCap(lines)),
                                new ReportLack(
                                        "spending.report.lack.amendment",
                                        LineLimitPolicy.countUnamended(lines, agreement))),
                        match == null
                                ? Stream.of()
                                : match.problems().stream().map(each -> new ReportLack(each.key(), 1)))
                .filter(lack -> lack.count() > 0)
                .toList();
    }

    /** The same report with its approval; {@code null} while it is a draft. */
    public FinancialReport withApproval(@Nullable ReportApproval given) {
        return with(vouchers, books, given, match);
    }

    /** The same report with its match; {@code null} if the agreement asks none. */
    FinancialReport withMatch(@Nullable BudgetMatch counted) {
        return with(vouchers, books, approval, counted);
    }

    /** The same report, in which the vouchers of some expenses are shown on site only. */
    public FinancialReport withholding(Set<UUID> expenses) {
        return with(
                vouchers.stream()
                        .map(voucher -> expenses.contains(voucher.id()) ? voucher.withheld() : voucher)
                        .toList(),
                books.withholding(expenses),
                approval,
                match);
    }

    private FinancialReport with(
            List<ReportedVoucher> shown,
            ReportedBooks compared,
            @Nullable ReportApproval given,
            @Nullable BudgetMatch counted) {
        return new FinancialReport(
                language,
                title,
                currency,
                startsOn,
                endsOn,
                budgetStartsOn,
                budgetEndsOn,
                measuredOn,
                lines,
                shown,
                compared,
                agreement,
                given,
                counted);
    }

    /** Something that is missing, with a message key and how often. */
    public record ReportLack(String key, long count) {}

    /** The sum of one figure of all lines. */
    public BigDecimal total(Function<ReportedLine, BigDecimal> figure) {
        return sum(lines, figure);
    }

    /** The rebates of taxes deducted from what its vouchers charge, in Canadian dollars. */
    public BigDecimal rebate() {
        return sum(vouchers, voucher -> voucher.rebate() == null ? BigDecimal.ZERO : voucher.rebate());
    }

    private static <T> BigDecimal sum(List<T> all, Function<T, BigDecimal> amount) {
        return all.stream().map(amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
