package org.convergence.directory.people.domain;

import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which people a list shows, and in which order.
 *
 * @param typed part of a name; empty for all
 * @param organisation only those who hold a function there today
 * @param title only those who hold a function today whose title has these words; empty for all
 * @param language only those who speak it, by its ISO 639 code
 * @param turned whether the order is the other way round
 */
public record PersonFilter(
        String typed,
        @Nullable OrganisationId organisation,
        String title,
        @Nullable String language,
        Order order,
        boolean turned) {

    /** By what one sorts. */
    public enum Order {
        NAME,
        NEWEST
    }

    /** All of them, by name. */
    public static final PersonFilter ALL = new PersonFilter("", null, "", null, Order.NAME, false);

    /** Those whose names fit, by name. */
    public static PersonFilter named(String typed) {
        return new PersonFilter(typed, null, "", null, Order.NAME, false);
    }

    /** Whether it lets everybody through. */
    public boolean isEmpty() {
        return typed.isBlank() && organisation == null && title.isBlank() && language == null;
    }
}
