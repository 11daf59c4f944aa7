package org.convergence.directory.people.domain;

import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * A filter of organisations, and their order.
 *
 * @param typed part of a name; empty for all
 * @param place a place's code, {@code QC} for the whole of Québec
 * @param within only those that belong to it today, directly or indirectly
 * @param turned whether the order is reversed
 */
public record OrganisationFilter(
        String typed,
        @Nullable OrganisationKind kind,
        @Nullable String place,
        @Nullable OrganisationId within,
        OrganisationOrder order,
        boolean turned) {

    /** The sort key. */
    public enum OrganisationOrder {
        NAME,
        KIND,
        PLACE,
        NEWEST
    }

    /** All organisations, by name. */
    public static final OrganisationFilter ALL =
            new OrganisationFilter("", null, null, null, OrganisationOrder.NAME, false);

    /** Organisations whose names match, by name. */
    public static OrganisationFilter named(String typed) {
        return new OrganisationFilter(typed, null, null, null, OrganisationOrder.NAME, false);
    }

    /** Whether it matches everything. */
    public boolean isEmpty() {
        return typed.isBlank() && kind == null && place == null && within == null;
    }
}
