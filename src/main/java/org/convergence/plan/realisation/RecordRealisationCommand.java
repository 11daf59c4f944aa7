package org.convergence.plan.realisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A command to record a past or planned realisation.
 *
 * @param telling used for a new realisation; an existing one belongs to the plan and is not replaced
 * @param source {@code null} if entered by hand
 */
public record RecordRealisationCommand(
        RealisationState state,
        RealisationDetails happening,
        Amounts amounts,
        PlanAttribution telling,
        @Nullable RealisationSource source) {

    public RecordRealisationCommand {
        if (state == RealisationState.WITHDRAWN) {
            throw new IllegalArgumentException("withdraw it instead");
        }
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
}
