package org.convergence.directory.people.domain;

import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A filter of people.
 *
 * @param typed part of a name; empty for all
 * @param organisation only people with a function there today
 * @param title only people with a function today whose title has these words; empty for all
 * @param language only people who speak it, by ISO 639 code
 */
public record PersonFilter(
        String typed,
        @Nullable OrganisationId organisation,
        String title,
        @Nullable String language) {

    /** All people. */
    public static final PersonFilter ALL = new PersonFilter("", null, "", null);
}
