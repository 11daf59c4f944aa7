package org.convergence.directory.people;

import org.jspecify.annotations.Nullable;

/**
 * What an organisation is called.
 *
 * @param name in full
 * @param shortName its acronym or short name, {@code null} where it has none
 */
public record OrganisationName(
        OrganisationId id, String name, @Nullable String shortName) {

    /** What fits on a chip or in a column: the short name where there is one. */
    public String brief() {
        return shortName == null ? name : shortName;
    }

    /** Both, for lists to choose from: « Centrale des syndicats fictifs (CSF) ». */
    public String inFull() {
        return shortName == null ? name : name + " (" + shortName + ")";
    }
}
