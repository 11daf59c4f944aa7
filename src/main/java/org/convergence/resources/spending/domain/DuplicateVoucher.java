package org.convergence.resources.spending.domain;

import org.convergence.platform.database.Refused;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;

/** The voucher was used before (R-PROJ-4); it carries the first use. */
public final class DuplicateVoucher extends Refused {

    private final transient ExpenseRow first;

    DuplicateVoucher(ExpenseRow first) {
        super(
                "spending.refused.duplicate",
                first.day(),
                first.supplier().isEmpty() ? "none" : first.supplier(),
                first.money());
        this.first = first;
    }

    public ExpenseRow first() {
        return first;
    }
}
