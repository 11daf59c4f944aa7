package org.convergence.resources.spending;

import java.util.Optional;

/** Tells where budgets come from. Implemented by the module of the records to which they belong. */
public interface BudgetOrigins {

    /**
     * Where a budget comes from.
     *
     * @param funder its name; empty if it is not known
     * @param number that the funder gave; may be empty
     */
    record BudgetOrigin(String funder, String number) {}

    /** The origin of a record's budget; empty if the record is unknown. */
    Optional<BudgetOrigin> find(String subject);
}
