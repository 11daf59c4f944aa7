package org.convergence.resources.spending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convergence.resources.spending.BudgetPolicy.LineLimits;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Budgets, for the modules to whose records they belong. */
public interface Budgets {

    /**
     * A budget to create.
     *
     * @param subject the record that it belongs to, {@code resources.grant/agreement/<id>}
     * @param title 1 to 300 characters
     * @param currency code
     */
    record BudgetFacts(
            String subject,
            String title,
            String currency,
            LocalDate startsOn,
            LocalDate endsOn,
            List<BudgetLineFacts> lines) {}

    /**
     * A line of a budget.
     *
     * @param code the funder's code, unique in the budget, in 1 to 40 characters
     * @param label 1 to 300 characters
     * @param amount zero or more, in the currency of the budget
     */
    record BudgetLineFacts(String code, String label, CostClass costClass, BigDecimal amount) {}

    /**
     * What is left of a line, in the currency of the budget.
     *
     * @param budgetId the budget to which it belongs
     * @param account in the accountant's books; empty if none was said
     * @param clause of the agreement that allows the line; empty if none was said
     * @param original the amount at first
     * @param budget the amount in force
     * @param committed promised and not spent yet
     * @param amendment that allows the amount in force; may be empty
     */
    record BudgetLineState(
            BudgetLineId id,
            int version,
            BudgetId budgetId,
            String code,
            String label,
            CostClass costClass,
            String account,
            String clause,
            Money original,
            Money budget,
            Money committed,
            Money spent,
            @Nullable BigDecimal capPercent,
            List<String> capBase,
            @Nullable BigDecimal capMaximum,
            String amendment) {

        public LineLimits limits() {
            return new LineLimits(capPercent, capBase, capMaximum, amendment);
        }

        /** Below zero if more is promised and spent than there is. */
        public Money left() {
            return budget.minus(committed).minus(spent);
        }
    }

    /** The totals of a budget, in its currency. */
    record BudgetTotals(String subject, Money budget, Money committed, Money spent) {

        public Money left() {
            return budget.minus(committed).minus(spent);
        }
    }

    /**
     * A line that departs from its budget this year so far that its report must say why (R-GRANT-13).
     *
     * @param variance above zero if more was spent than expected by now
     * @param period the year of the budget
     * @param reason empty if nobody gave one
     */
    record LineVariance(
            BudgetLineId line, String code, String label, Money variance, BudgetPeriod period, String reason) {}

    /**
     * Creates a budget with its lines.
     *
     * @throws org.convergence.platform.database.Refused if two lines have one code
     */
    BudgetId create(BudgetFacts facts);

    /**
     * Deletes a record's budget on which nothing was noted: no expense, report, remittance, form of the funder, or change
     * of a line.
     *
     * @return whether it is deleted
     */
    boolean deleteUnused(String subject);

    /**
     * Gives a budget the title and the days of its record; its amounts stay.
     *
     * @throws org.convergence.platform.database.Refused if an expense would fall outside these days
     */
    void rename(String subject, String title, LocalDate startsOn, LocalDate endsOn);

    /**
     * Changes the amount in force of a line, the original one stays; the account in which the books hold it; and the
     * clause of the agreement that allows it.
     *
     * @param version the version on which the form was opened
     * @param account {@code null} if it has none
     * @param clause {@code null} if none is known
     */
    void amend(BudgetLineId line, int version, BigDecimal amount, @Nullable String account, @Nullable String clause);

    /**
     * Says in which account the books hold a line.
     *
     * @param version the version on which the form was opened
     * @param account {@code null} if in none
     */
    void setAccount(BudgetLineId line, int version, @Nullable String account);

    /**
     * Says what limits a line.
     *
     * @param version the version on which the form was opened
     */
    void limit(BudgetLineId line, int version, LineLimits limits);

    /** The lines of a record's budget, in their order; none if it has no budget. */
    List<BudgetLineState> findLines(String subject);

    /** The lines of several records' budgets, by subject; in one query. */
    Map<String, List<BudgetLineState>> findLines(Collection<String> subjects);

    /** What was spent before a period, and in it, in the currency of the budget. */
    record SpentAmounts(BigDecimal before, BigDecimal within) {}

    /** What was spent of several records' budgets before a period and in it, by subject. */
    Map<String, SpentAmounts> findSpent(Collection<String> subjects, LocalDate from, LocalDate to);

    /** The lines of a record's budget that need an explanation this year. */
    List<LineVariance> findVariances(String subject);

    /** The totals of several records' budgets, by subject. */
    Map<String, BudgetTotals> findTotals(Collection<String> subjects);
}
