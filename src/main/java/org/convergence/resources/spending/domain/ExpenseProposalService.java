package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.ExpenseProposals;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseFacts.VoucherFile;
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
                .map(line -> new ChargeableLine(line.id(), line.title(), line.code(), line.label(), line.left()))
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
}
