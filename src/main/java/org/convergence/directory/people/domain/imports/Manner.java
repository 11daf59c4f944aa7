package org.convergence.directory.people.domain.imports;

/**
 * How rows are entered, as it is chosen beside the columns.
 *
 * @param untitled the title of a function of which a row only says where it is held
 */
public record Manner(Known known, String untitled) {

    /** The same, with those that are known already dealt with otherwise. */
    public Manner with(Known other) {
        return new Manner(other, untitled);
    }
}
