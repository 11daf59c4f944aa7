package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.ExpenseProposals;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.convergence.resources.spending.domain.ExpenseFacts.VoucherFile;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.ExpenseQueries.SplitRow;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes expenses that other modules hand over. */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
class ExpenseProposalService implements ExpenseProposals {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final ExpenseService expenses;
    private final ExpenseQueries queries;
    private final OrganisationSettings settings;

    ExpenseProposalService(ExpenseService expenses, ExpenseQueries queries, OrganisationSettings settings) {
        this.expenses = expenses;
        this.queries = queries;
        this.settings = settings;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ChargeableLine> findOpenLines() {
        return queries.findOpenLines(settings.today()).stream()
                .map(line -> new ChargeableLine(
                        line.id(), line.subject(), line.title(), line.code(), line.label(), line.left()))
                .toList();
    }

    @Override
    @Transactional(label = "spending.record")
    public ExpenseId propose(ProposedExpense expense) {
        return expenses.record(
                new ExpenseFacts(
                        expense.day(),
                        expense.amount(),
                        expense.supplier(),
                        "",
                        expense.note(),
                        false,
                        List.of(new ExpenseSplit(expense.line(), WHOLE, null))),
                expense.voucher() == null ? null : new VoucherFile(expense.voucher(), null));
    }

    @Override
    @Transactional(label = "spending.update")
    public boolean correct(ExpenseId id, LocalDate day, Money amount) {
        ExpenseRow row = queries.findById(id);
        if (row.day().equals(day) && row.money().equals(amount)) {
            return true;
        }
        if (row.state() == ExpenseState.ACCEPTED) {
            throw new Refused("spending.refused.reopen-first");
        }
        List<SplitRow> splits = queries.findSplits(id);
        if (!row.state().isOpen() || splits.size() != 1) {
            return false;
        }
        expenses.update(
                id,
                row.version(),
                new ExpenseFacts(
                        day,
                        amount,
                        row.taxes(),
                        row.supplier(),
                        row.number(),
                        row.note(),
                        false,
                        List.of(new ExpenseSplit(splits.get(0).line(), WHOLE, null))),
                null);
        return true;
    }
}
