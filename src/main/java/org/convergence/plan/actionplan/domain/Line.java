package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.Wording;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;

/** A line of a plan as it is kept: a row with its own version, so that two people may edit two lines. */
sealed interface Line permits Section, Objective, Means, Action {

    UUID id();

    int version();

    PlanId plan();

    Wording wording();

    /** The same line in other words; {@code wording} is of its own level. */
    Line worded(Wording wording);

    /** The same line, dropped by decision with everything in it, or taken back where {@code on} is {@code null}. */
    Line dropped(@Nullable LocalDate on, @Nullable String reason);

    @Nullable
    LocalDate droppedOn();

    @Nullable
    String droppedReason();

    default Level level() {
        return wording().level();
    }

    /** The class in which lines of a level are kept. */
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
