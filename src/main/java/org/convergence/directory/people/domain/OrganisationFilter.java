package org.convergence.directory.people.domain;

import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * A filter of organisations.
 *
 * @param typed part of a name; empty for all
 * @param place a place's code, {@code QC} for the whole of Québec
 * @param within only those that belong to it today, directly or indirectly
 */
public record OrganisationFilter(
        String typed,
        @Nullable OrganisationKind kind,
        @Nullable String place,
        @Nullable OrganisationId within) {

    /** All organisations. */
    public static final OrganisationFilter ALL = new OrganisationFilter("", null, null, null);
}
