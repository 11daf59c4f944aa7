package org.convergence.resources.spending.domain;

import org.convergence.platform.database.Refused;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;

/** The voucher, or the line of the books, was used before (R-PROJ-4); it carries the first use. */
public final class DuplicateVoucher extends Refused {

    private final transient ExpenseRow first;

    DuplicateVoucher(ExpenseRow first) {
        this("spending.refused.duplicate", first);
    }

    /** @param key the message, which takes the day, the supplier and the amount of the first use */
    DuplicateVoucher(String key, ExpenseRow first) {
        super(key, first.day(), first.supplier().isEmpty() ? "none" : first.supplier(), first.money());
        this.first = first;
    }

    public ExpenseRow first() {
        return first;
    }
}
