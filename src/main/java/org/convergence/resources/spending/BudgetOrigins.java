package org.convergence.resources.spending;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells where budgets come from. Implemented by the module of the records to which they belong. */
public interface BudgetOrigins {

    /**
     * Where a budget comes from.
     *
     * @param funder its name; empty if it is not known
     * @param number that the funder gave; may be empty
     * @param transferTolerance percent of a line that may move without an amendment; {@code null} if none is said
     */
    record BudgetOrigin(
            String funder, String number, @Nullable BigDecimal transferTolerance) {}

    /** The origin of a record's budget; empty if the record is unknown. */
    Optional<BudgetOrigin> find(String subject);
}
