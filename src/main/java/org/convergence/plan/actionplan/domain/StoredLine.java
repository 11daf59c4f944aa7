package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;

/** A stored line of a plan: a row with its own version, so that two people may edit two lines. */
sealed interface StoredLine permits PlanSection, Objective, Means, Action {

    UUID id();

    int version();

    PlanId plan();

    LineWording wording();

    /** A copy with another wording; {@code wording} is of its own level. */
    StoredLine withWording(LineWording wording);

    /** A copy dropped by decision, or restored if {@code on} is {@code null}. */
    StoredLine withDrop(@Nullable LocalDate on, @Nullable String reason);

    @Nullable
    LocalDate droppedOn();

    @Nullable
    String droppedReason();

    default LineLevel level() {
        return wording().level();
    }

    /** The entity class of a level. */
    static Class<? extends StoredLine> typeOf(LineLevel level) {
        return switch (level) {
            case SECTION -> PlanSection.class;
            case OBJECTIVE -> Objective.class;
            case MEANS -> Means.class;
            case ACTION -> Action.class;
            case PLAN -> throw new NotFound("line");
        };
    }

    /** The table of a level, with its schema. */
    static String tableOf(LineLevel level) {
        return "plan.actionplan_" + level.name().toLowerCase(java.util.Locale.ROOT);
    }
}
