package org.convergence.resources.spending;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.document.PreparedDocument;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Proposes expenses to the accountant, for the modules in which others tell what they spent. */
public interface ExpenseProposals {

    /**
     * A budget line that can be charged.
     *
     * @param subject what its budget is for, such as {@code resources.grant/agreement/<id>}
     * @param budget the title of its budget
     */
    record ChargeableLine(BudgetLineId id, String subject, String budget, String code, String label, Money left) {}

    /**
     * An expense that one line bears.
     *
     * @param supplier at most 300 characters; may be empty
     * @param note at most 1,000 characters; may be empty
     * @param voucher {@code null} if there is none yet
     */
    record ProposedExpense(
            LocalDate day,
            Money amount,
            String supplier,
            String note,
            BudgetLineId line,
            @Nullable PreparedDocument voucher) {}

    /** The lines of budgets that run today, and of those that ended in the year before. */
    List<ChargeableLine> findOpenLines();

    /**
     * Records an expense, as the current actor; the accountant accepts it or returns it with a question.
     *
     * @throws org.convergence.platform.database.Refused if its voucher was used before, a rate is missing, or its day is
     *     in the future
     */
    ExpenseId propose(ProposedExpense expense);

    /**
     * Gives an expense another day and amount, if the accountant has not accepted it and one line bears it.
     *
     * @return whether it has them now
     * @throws org.convergence.platform.database.Refused if the accountant accepted it with others: it is to be reopened
     *     first
     */
    boolean correct(ExpenseId id, LocalDate day, Money amount);
}
