package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the list of calls.
 *
 * @param words typed words; empty for none
 * @param closesBy the last day of the deadline
 * @param over true for the calls that are over or declined, false for the others, {@code null} for all
 */
public record GrantCallFilter(
        String words,
        @Nullable GrantDoor door,
        @Nullable LocalDate closesBy,
        @Nullable OrganisationId funder,
        @Nullable Boolean over) {

    /** The calls with these words, over or not. */
    public static GrantCallFilter ofWords(String words) {
        return new GrantCallFilter(words, null, null, null, null);
    }
}
