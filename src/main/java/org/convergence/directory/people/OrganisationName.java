package org.convergence.directory.people;

import org.jspecify.annotations.Nullable;

/**
 * The name of an organisation.
 *
 * @param name the full name
 * @param shortName its acronym or short name, {@code null} for none
 */
public record OrganisationName(
        OrganisationId id, String name, @Nullable String shortName) {

    /** The name that fits on a chip or in a column: the short name where there is one. */
    public String brief() {
        return shortName == null ? name : shortName;
    }

    /** Both names, for lists to choose from: « Centrale des syndicats fictifs (CSF) ». */
    public String inFull() {
        return shortName == null ? name : name + " (" + shortName + ")";
    }
}
