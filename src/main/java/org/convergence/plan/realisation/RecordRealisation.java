package org.convergence.plan.realisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A command to record a past or planned realisation.
 *
 * @param telling used for a new realisation; an existing one belongs to the plan and is not replaced
 * @param source {@code null} if entered by hand
 */
public record RecordRealisation(
        RealisationState state,
        Happening happening,
        Amounts amounts,
        Telling telling,
        @Nullable Source source) {

    public RecordRealisation {
        if (state == RealisationState.WITHDRAWN) {
            throw new IllegalArgumentException("withdraw it instead");
        }
    }

    /** By hand: planned if its last day is in the future, else done. */
    public static RecordRealisation byHand(Happening happening, Amounts amounts, Telling telling, LocalDate today) {
        RealisationState state =
                happening.when().to().isAfter(today) ? RealisationState.PLANNED : RealisationState.DONE;
        return new RecordRealisation(state, happening, amounts, telling, null);
    }

    /** Done, from the module in which it took place. */
    public static RecordRealisation done(Source source, Happening happening, Amounts amounts, Telling telling) {
        return new RecordRealisation(RealisationState.DONE, happening, amounts, telling, source);
    }

    /** Planned, from the module in which it will take place. */
    public static RecordRealisation planned(Source source, Happening happening, Amounts amounts, Telling telling) {
        return new RecordRealisation(RealisationState.PLANNED, happening, amounts, telling, source);
    }
}
