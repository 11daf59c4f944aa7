package org.convergence.directory.people.domain.imports;

/**
 * The options of an import, chosen beside the columns.
 *
 * @param untitled the title of a function where a row names only the organisation
 */
public record Manner(Known known, String untitled) {

    /** The same options with another policy for known records. */
    public Manner with(Known other) {
        return new Manner(other, untitled);
    }
}
