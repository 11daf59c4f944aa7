package org.convergence.plan.actionplan;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How a plan goes on in the plan of the next period. Whoever reads has checked that the plan may be seen. */
public interface PlanContinuation {

    /** All of a plan that preparing the next one asks for, in as many queries however large it is. */
    YearBehind yearBehind(PlanId plan);

    /**
     * Makes the draft of the next period: the lines that go on, in their order and with their numbers, what hangs on them
     * following. Asked again for the same plan, it answers the plan that was made. A plan that is a draft itself is not
     * continued.
     */
    PlanId continueAs(NextPlan next);

    /** Where a plan differs from the one that it continues; unknown where it continues none. */
    ComparedYears compared(PlanId plan);

    /** The plan that continues a plan. */
    Optional<PlanId> next(PlanId plan);

    /** The plan that a plan continues. */
    Optional<PlanId> before(PlanId plan);

    /** The earlier line that each line of the plans continues; those that are new are left out. */
    Map<ActionId, ActionId> continued(Collection<PlanId> plans);
}
