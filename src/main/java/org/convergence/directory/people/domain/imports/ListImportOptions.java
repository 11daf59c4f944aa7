package org.convergence.directory.people.domain.imports;

/**
 * The options of an import, chosen beside the columns.
 *
 * @param untitled the title of a function where a row names only the organisation
 */
public record ListImportOptions(ExistingRecordPolicy known, String untitled) {

    /** The same options with another policy for known records. */
    public ListImportOptions withPolicy(ExistingRecordPolicy other) {
        return new ListImportOptions(other, untitled);
    }

    /** The treatment of imported rows that match an existing record. */
    public enum ExistingRecordPolicy {
        /** Fills in empty fields, and adds addresses, functions and affiliations. */
        COMPLETE,
        /** The file prevails: its values replace the present ones; others stay. */
        REPLACE,
        /** Leaves them unchanged. */
        LEAVE
    }
}
