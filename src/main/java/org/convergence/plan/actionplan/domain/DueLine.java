package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.jspecify.annotations.Nullable;

/**
 * An action due on a day.
 *
 * @param day the due day; for a late action, the day since which it is late
 * @param board its plan
 */
public record DueLine(DueReason why, @Nullable LocalDate day, ActionProgress action, PlanBoard board) {

    /** The reason why a line is due. */
    public enum DueReason {
        /** The action is late. */
        LATE,
        /** Its window ends. */
        ENDS,
        /** Its next step of the rhythm is due. */
        RETURNS,
        /** Its window begins. */
        BEGINS,
        /** The action is under way, or may begin, and has no date. */
        OPEN
    }

    /** The responsible person's name; {@code null} if there is none. */
    public @Nullable String responsible() {
        FollowedAction followed = followed();
        return followed == null ? null : followed.responsible();
    }

    /** Whether it is promised without a condition. */
    public boolean isFirm() {
        return action.line().commitment() == Commitment.FIRM;
    }

    /** Its follow-up. */
    public @Nullable FollowedAction followed() {
        return board.followed().get(action.line().id());
    }
}
