package org.convergence.plan.realisation;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.actionplan.ActionId;
import org.jspecify.annotations.Nullable;

/**
 * A command to record a past or planned realisation.
 *
 * @param telling used for a new realisation; an existing one belongs to the plan and is not replaced
 * @param source {@code null} if entered by hand
 * @param proposesLine whether a new realisation without a line gets the proposed one, and a line of an ended plan is
 *     replaced by the same line of the plan of its day
 */
public record RecordRealisationCommand(
        RealisationState state,
        RealisationDetails happening,
        Amounts amounts,
        PlanAttribution telling,
        @Nullable RealisationSource source,
        boolean proposesLine) {

    public RecordRealisationCommand {
        if (state == RealisationState.WITHDRAWN) {
            throw new IllegalArgumentException("withdraw it instead");
        }
    }

    /** A command whose lines are those given. */
    public RecordRealisationCommand(
            RealisationState state,
            RealisationDetails happening,
            Amounts amounts,
            PlanAttribution telling,
            @Nullable RealisationSource source) {
        this(state, happening, amounts, telling, source, false);
    }

    /** A command to record a realisation by hand: planned if its last day is in the future, else done. */
    public static RecordRealisationCommand byHand(
            RealisationDetails happening, Amounts amounts, PlanAttribution telling, LocalDate today) {
        RealisationState state =
                happening.when().to().isAfter(today) ? RealisationState.PLANNED : RealisationState.DONE;
        return new RecordRealisationCommand(state, happening, amounts, telling, null);
    }

    /** Done, from the module in which it took place. */
    public static RecordRealisationCommand done(
            RealisationSource source, RealisationDetails happening, Amounts amounts, PlanAttribution telling) {
        return new RecordRealisationCommand(RealisationState.DONE, happening, amounts, telling, source);
    }

    /** Planned, from the module in which it will take place. */
    public static RecordRealisationCommand planned(
            RealisationSource source, RealisationDetails happening, Amounts amounts, PlanAttribution telling) {
        return new RecordRealisationCommand(RealisationState.PLANNED, happening, amounts, telling, source);
    }

    /**
     * Done, as another module knows it.
     *
     * @param line chosen on its record; {@code null} for the one that this kind of work served last, else the one that
     *     the title suggests
     */
    public static RecordRealisationCommand forLine(
            RealisationSource source, RealisationDetails happening, Amounts amounts, @Nullable ActionId line) {
        return done(source, happening, amounts, PlanAttribution.ofLine(line, "", List.of()))
                .proposingLine();
    }

    /** Where no line is chosen, the proposed one is served. */
    public RecordRealisationCommand proposingLine() {
        return new RecordRealisationCommand(state, happening, amounts, telling, source, true);
    }
}
