package org.convergence.directory.people.domain;

import org.convergence.directory.people.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations a list shows, and in which order.
 *
 * @param typed part of a name; empty for all
 * @param place a place's code, {@code QC} for the whole of Québec
 */
public record OrganisationFilter(
        String typed,
        @Nullable OrganisationKind kind,
        @Nullable String place,
        Order order) {

    /** By what one sorts. */
    public enum Order {
        NAME,
        KIND,
        PLACE,
        NEWEST
    }

    /** All of them, by name. */
    public static final OrganisationFilter ALL = new OrganisationFilter("", null, null, Order.NAME);
}
