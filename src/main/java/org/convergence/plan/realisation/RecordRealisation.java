package org.convergence.plan.realisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says that something happened, or is to happen.
 *
 * @param telling taken when it is new; what stands there already is the plan's and is not replaced
 * @param source {@code null} where somebody enters it by hand
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

    /** By hand: planned where its last day is still to come, else done. */
    public static RecordRealisation byHand(Happening happening, Amounts amounts, Telling telling, LocalDate today) {
        RealisationState state =
                happening.when().to().isAfter(today) ? RealisationState.PLANNED : RealisationState.DONE;
        return new RecordRealisation(state, happening, amounts, telling, null);
    }

    /** By the module in which it happened. */
    public static RecordRealisation done(Source source, Happening happening, Amounts amounts, Telling telling) {
        return new RecordRealisation(RealisationState.DONE, happening, amounts, telling, source);
    }

    /** By the module in which it is to happen. */
    public static RecordRealisation planned(Source source, Happening happening, Amounts amounts, Telling telling) {
        return new RecordRealisation(RealisationState.PLANNED, happening, amounts, telling, source);
    }
}
