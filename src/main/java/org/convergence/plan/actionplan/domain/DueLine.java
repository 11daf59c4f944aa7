package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.jspecify.annotations.Nullable;

/**
 * An action that asks for something on a day.
 *
 * @param day when; for one that is late, since when
 * @param board its plan
 */
public record DueLine(Why why, @Nullable LocalDate day, OfAction action, PlanBoard board) {

    /** What is asked. */
    public enum Why {
        /** It was to be done before. */
        LATE,
        /** Its window ends. */
        ENDS,
        /** It comes back. */
        RETURNS,
        /** Its window begins. */
        BEGINS,
        /** It is under way, or may begin, and nothing says by when. */
        OPEN
    }

    /** Who is responsible, as shown; {@code null} where nobody is. */
    public @Nullable String responsible() {
        Followed followed = followed();
        return followed == null ? null : followed.responsible();
    }

    /** Whether it was promised without a condition. */
    public boolean isFirm() {
        return action.line().commitment() == Commitment.FIRM;
    }

    /** What is said of it beside the plan's text. */
    public @Nullable Followed followed() {
        return board.followed().get(action.line().id());
    }
}
