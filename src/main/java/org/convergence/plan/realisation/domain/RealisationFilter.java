package org.convergence.plan.realisation.domain;

import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.jspecify.annotations.Nullable;

/**
 * A filter of realisations. A {@code null} or empty component does not narrow.
 *
 * @param words words of the title or narrative; the last may be half typed
 * @param from earliest last day
 * @param to latest last day
 * @param action an action or sub-action served; an action includes its sub-actions
 * @param means the means of an action served
 * @param place a place's code; {@code QC} for the whole of Québec, {@code ABROAD} for all countries but Canada
 * @param state {@code null} for planned and done together
 */
public record RealisationFilter(
        String words,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ActionId action,
        @Nullable MeansId means,
        @Nullable OrganisationId organisation,
        @Nullable RealisationKind kind,
        @Nullable String place,
        @Nullable RealisationState state) {

    /** All that are not withdrawn. */
    public static final RealisationFilter ALL =
            new RealisationFilter("", null, null, null, null, null, null, null, null);
}
