package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.jspecify.annotations.Nullable;

/**
 * The review of a plan at the middle of its year.
 *
 * @param lines the actions that will not be done, in the plan's order
 * @param setAside the actions set aside in this plan, each with its reason
 * @param hoursLeft the team's hours to the end of the year that firm actions do not take, below zero where they do not
 *     suffice; {@code null} where no hours are known
 */
public record MidYear(
        PlanYear year,
        List<LineAtRisk> lines,
        List<ActionProgress> setAside,
        @Nullable BigDecimal hoursLeft) {

    /** Why an action will not be done, the surest first. */
    public enum RiskReason {
        /** Its window is over, and it is promised. */
        LATE,
        /** Nobody asked for it, or the situation did not call for it. */
        NOT_ASKED,
        /** Nothing was done, and nothing is planned. */
        NOT_BEGUN,
        /** At the present pace it stays under three quarters of its target. */
        BEHIND,
        /** The hours that are left go to what is promised. */
        NO_HOURS
    }

    /**
     * An action that will not be done.
     *
     * @param expected what its target reaches at the present pace; {@code null} for another reason
     */
    public record LineAtRisk(
            ActionProgress action,
            RiskReason reason,
            @Nullable BigDecimal expected) {}
}
