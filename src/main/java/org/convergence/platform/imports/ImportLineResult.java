package org.convergence.platform.imports;

import java.util.List;

/**
 * The result of a line, expected or final.
 *
 * @param number as a spreadsheet shows it
 * @param name the person or thing, as shown; empty if it has no name
 */
public record ImportLineResult(int number, String name, ImportOutcome outcome, List<ImportRemark> remarks) {

    /** Copies the list. */
    public ImportLineResult {
        remarks = List.copyOf(remarks);
    }
}
