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
 * @param place a place's code, {@link #QUEBEC} or {@link #ABROAD}
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

    /** The place that stands for the whole of Québec. */
    public static final String QUEBEC = "QC";

    /** The place that stands for all countries but Canada. */
    public static final String ABROAD = "ABROAD";

    /** Those with these words. */
    public static RealisationFilter matching(String words) {
        return new RealisationFilter(words, null, null, null, null, null, null, null, null);
    }

    /** Those that serve a line. */
    public static RealisationFilter serving(ActionId action) {
        return new RealisationFilter("", null, null, action, null, null, null, null, null);
    }

    /** Those in which an organisation took part. */
    public static RealisationFilter withParticipant(OrganisationId organisation) {
        return new RealisationFilter("", null, null, null, null, organisation, null, null, null);
    }

    /** The same, in one state. */
    public RealisationFilter in(RealisationState state) {
        return new RealisationFilter(words, from, to, action, means, organisation, kind, place, state);
    }

    /** Those in a state, whose last day comes no later than a day. */
    public static RealisationFilter in(RealisationState state, @Nullable LocalDate to) {
        return new RealisationFilter("", null, to, null, null, null, null, null, state);
    }
}
