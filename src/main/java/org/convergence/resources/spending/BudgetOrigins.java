package org.convergence.resources.spending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
     * @param received from the funder less what went back; {@code null} if nothing was noted
     */
    record BudgetOrigin(
            String funder,
            String number,
            @Nullable BigDecimal transferTolerance,
            @Nullable BigDecimal received) {}

    /**
     * The origin of a record's budget; empty if the record is unknown.
     *
     * @param until the last day of what is received
     */
    Optional<BudgetOrigin> find(String subject, LocalDate until);

    /**
     * What is due next to the funder of a budget, for which its expenses must be accepted: a financial report if one is
     * planned.
     *
     * @param subject the record that the budget belongs to
     */
    record BudgetDeadline(String subject, LocalDate dueOn, String what) {}

    /** The deadline of each record that has one, late ones included. */
    List<BudgetDeadline> findDeadlines();
}
