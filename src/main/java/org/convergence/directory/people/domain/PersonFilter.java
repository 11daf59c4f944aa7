package org.convergence.directory.people.domain;

import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which people a list shows, and in which order.
 *
 * @param typed part of a name; empty for all
 * @param organisation only those who hold a function there today
 * @param language only those who speak it, by its ISO 639 code
 */
public record PersonFilter(
        String typed,
        @Nullable OrganisationId organisation,
        @Nullable String language,
        Order order) {

    /** By what one sorts. */
    public enum Order {
        NAME,
        NEWEST
    }

    /** All of them, by name. */
    public static final PersonFilter ALL = new PersonFilter("", null, null, Order.NAME);
}
