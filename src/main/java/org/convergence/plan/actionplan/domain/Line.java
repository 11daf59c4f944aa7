package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.Wording;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;

/** A stored line of a plan: a row with its own version, so that two people may edit two lines. */
sealed interface Line permits Section, Objective, Means, Action {

    UUID id();

    int version();

    PlanId plan();

    Wording wording();

    /** A copy with another wording; {@code wording} is of its own level. */
    Line worded(Wording wording);

    /** A copy dropped by decision, or restored if {@code on} is {@code null}. */
    Line dropped(@Nullable LocalDate on, @Nullable String reason);

    @Nullable
    LocalDate droppedOn();

    @Nullable
    String droppedReason();

    default Level level() {
        return wording().level();
    }

    /** The entity class of a level. */
    static Class<? extends Line> typeOf(Level level) {
        return switch (level) {
            case SECTION -> Section.class;
            case OBJECTIVE -> Objective.class;
            case MEANS -> Means.class;
            case ACTION -> Action.class;
            case PLAN -> throw new NotFound("line");
        };
    }

    /** The table of a level, with its schema. */
    static String tableOf(Level level) {
        return "plan.actionplan_" + level.name().toLowerCase(java.util.Locale.ROOT);
    }
}
