package org.convergence.platform.imports;

import java.util.List;

/**
 * The result of a line, expected or final.
 *
 * @param number as a spreadsheet shows it
 * @param name the person or thing, as shown; empty if it has no name
 */
public record ImportLine(int number, String name, Outcome outcome, List<Remark> remarks) {

    /** Copies the list. */
    public ImportLine {
        remarks = List.copyOf(remarks);
    }
}
