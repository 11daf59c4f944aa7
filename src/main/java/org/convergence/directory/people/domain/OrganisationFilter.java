package org.convergence.directory.people.domain;

import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations a list shows, and in which order.
 *
 * @param typed part of a name; empty for all
 * @param place a place's code, {@code QC} for the whole of Québec
 * @param within only those that belong to it today, directly or through others
 * @param turned whether the order is the other way round
 */
public record OrganisationFilter(
        String typed,
        @Nullable OrganisationKind kind,
        @Nullable String place,
        @Nullable OrganisationId within,
        Order order,
        boolean turned) {

    /** By what one sorts. */
    public enum Order {
        NAME,
        KIND,
        PLACE,
        NEWEST
    }

    /** All of them, by name. */
    public static final OrganisationFilter ALL = new OrganisationFilter("", null, null, null, Order.NAME, false);

    /** Those whose names fit, by name. */
    public static OrganisationFilter named(String typed) {
        return new OrganisationFilter(typed, null, null, null, Order.NAME, false);
    }

    /** Whether it lets everything through. */
    public boolean isEmpty() {
        return typed.isBlank() && kind == null && place == null && within == null;
    }
}
