package org.convergence.resources.spending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The match that funders ask for beside their money, for reports and agreements. Implemented by the module that keeps
 * it; callers check the permission. Amounts are in the currency of the budget.
 */
public interface BudgetMatches {

    /** A rule of the agreement that a report breaks; it can then not be filed. */
    enum MatchProblem {
        /** The agreement has ended with more public money than it allows. */
        STACKING,
        /** The agreement has ended, while a part of the match is not confirmed. */
        SHORT,
        /** Hours or releases that are no longer recorded as they were counted. */
        EVIDENCE;

        /** The message key that tells it. */
        public String key() {
            return "spending.report.lack.match." + name();
        }
    }

    /**
     * The sums of some sources.
     *
     * @param promised not confirmed yet
     * @param confirmed by a signed statement or an entry in the books
     * @param used the part of the confirmed sources that filed reports counted
     */
    record MatchTotals(BigDecimal promised, BigDecimal confirmed, BigDecimal used) {

        public BigDecimal found() {
            return promised.add(confirmed);
        }

        public MatchTotals plus(MatchTotals other) {
            return new MatchTotals(promised.add(other.promised), confirmed.add(other.confirmed), used.add(other.used));
        }
    }

    /**
     * Public money over cost, both as the agreement counts them (R-GRANT-6).
     *
     * @param publicMoney the numerator
     * @param wageSubsidies the part of the numerator that is wage subsidies
     * @param cost the denominator
     * @param inKind the part of the denominator that is in kind; zero if the agreement counts none
     * @param share in percent
     * @param most the highest share
     * @param privateMoney of funders, which is not in the numerator; {@code null} in reports filed before it was known
     * @param unknown the part of the numerator of which nobody said whether it is public
     * @param later the part of the cost that is dated after the period of the report; {@code null} in reports filed before
     *     it was known
     */
    record StackingState(
            BigDecimal publicMoney,
            BigDecimal wageSubsidies,
            BigDecimal cost,
            BigDecimal inKind,
            BigDecimal share,
            BigDecimal most,
            @Nullable BigDecimal privateMoney,
            @Nullable BigDecimal unknown,
            @Nullable BigDecimal later) {

        public StackingState withLater(BigDecimal amount) {
            return new StackingState(
                    publicMoney, wageSubsidies, cost, inKind, share, most, privateMoney, unknown, amount);
        }
    }

    /**
     * A source of the match.
     *
     * @param giver the name of the organisation that gives it; empty if a person does, or nobody else
     * @param basis how it was valued
     * @param confirmedOn {@code null} while it is promised
     */
    record MatchEntry(
            UUID id,
            MatchKind kind,
            LocalDate day,
            String what,
            String giver,
            String basis,
            BigDecimal amount,
            @Nullable LocalDate confirmedOn) {}

    /**
     * The match of an agreement, with what counts until the end of a period.
     *
     * @param clause that asks for it; may be empty
     * @param required the sum to find
     * @param inKindMost the most that counts in kind; {@code null} without a limit
     * @param left still to find, promised sources counted
     * @param stacking over the whole agreement; {@code null} if it sets no limit
     * @param entries the sources of the period, and confirmed ones before it that no filed report counted
     */
    record BudgetMatch(
            String clause,
            BigDecimal required,
            @Nullable BigDecimal inKindMost,
            MatchTotals cash,
            MatchTotals inKind,
            BigDecimal left,
            @Nullable StackingState stacking,
            List<MatchEntry> entries,
            List<MatchProblem> problems) {

        public BudgetMatch {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

    /**
     * What no agreement uses yet, over the last twelve months.
     *
     * @param hours of volunteers
     * @param rate the one used last; zero if none was
     * @param releases the cost of releases
     */
    record FreeMatch(BigDecimal hours, BigDecimal rate, BigDecimal releases) {

        /** The currency of its amounts. */
        public static final String CURRENCY = "CAD";

        public BigDecimal value() {
            return hours.multiply(rate).add(releases).setScale(2, RoundingMode.HALF_UP);
        }
    }

    /** The match of a record's budget; empty if none is asked. */
    Optional<BudgetMatch> find(String subject, BudgetPeriod period);

    /** Of two transactions that count or change sources, the second waits. */
    void lock();

    /**
     * Records that a filed report counts the confirmed sources until the end of its period which no other counts, in the
     * caller's transaction.
     *
     * @return the match as it is filed
     */
    Optional<BudgetMatch> markUsed(String subject, BudgetPeriod period, FinancialReportId report);

    /** The address of the page on which the match of a record's budget is kept. */
    String url(String subject);

    /** What could serve for another agreement. */
    FreeMatch findFree();
}
