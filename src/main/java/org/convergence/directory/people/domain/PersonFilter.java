package org.convergence.directory.people.domain;

import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A filter of people, and their order.
 *
 * @param typed part of a name; empty for all
 * @param organisation only people with a function there today
 * @param title only people with a function today whose title has these words; empty for all
 * @param language only people who speak it, by ISO 639 code
 * @param turned whether the order is reversed
 */
public record PersonFilter(
        String typed,
        @Nullable OrganisationId organisation,
        String title,
        @Nullable String language,
        PersonOrder order,
        boolean turned) {

    /** The sort key. */
    public enum PersonOrder {
        NAME,
        NEWEST
    }

    /** All people, by name. */
    public static final PersonFilter ALL = new PersonFilter("", null, "", null, PersonOrder.NAME, false);

    /** People whose names match, by name. */
    public static PersonFilter named(String typed) {
        return new PersonFilter(typed, null, "", null, PersonOrder.NAME, false);
    }

    /** Whether it matches everything. */
    public boolean isEmpty() {
        return typed.isBlank() && organisation == null && title.isBlank() && language == null;
    }
}
