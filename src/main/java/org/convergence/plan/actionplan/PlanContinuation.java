package org.convergence.plan.actionplan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Continues a plan in the plan of the next period. The caller has checked the permission to read the plan. */
public interface PlanContinuation {

    /** Everything that preparing the next plan needs, in a fixed number of queries. */
    PlanReview review(PlanId plan);

    /**
     * Creates the draft of the next period: the lines that continue, in order and with their numbers, and their
     * attached data. Called again for the same plan, it returns the plan already created. A draft cannot be continued.
     */
    PlanId continueAs(NextPlan next);

    /**
     * The differences between a plan and the plan that it continues.
     *
     * @throws org.convergence.platform.database.NotFound if it continues none
     */
    PlanComparison compare(PlanId plan);

    /** The plan that continues a plan. */
    Optional<PlanId> findNext(PlanId plan);

    /** The plan that a plan continues. */
    Optional<PlanId> findPrevious(PlanId plan);

    /** The earlier line of each line of the plans; new lines are left out. */
    Map<ActionId, ActionId> findContinuedLines(Collection<PlanId> plans);

    /**
     * A plan compared with the plan that it continues.
     *
     * @param lines lines that differ or are postponed, by outcome, in the plan's order
     * @param kept number of unchanged actions and sub-actions
     */
    public record PlanComparison(
            PlanSummary before, PlanSummary now, Map<PlanLineOutcome, List<LineDifference>> lines, int kept) {

        /** The outcome of a line; a postponed line may be reworded as well. */
        public enum PlanLineOutcome {
            NEW,
            REWORDED,
            POSTPONED,
            WITHDRAWN
        }
    }
}
