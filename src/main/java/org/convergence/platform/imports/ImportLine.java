package org.convergence.platform.imports;

import java.util.List;

/**
 * What becomes of a line.
 *
 * @param number as a spreadsheet shows it
 * @param name whom or what it is about, as one sees it; empty where it names nothing
 */
public record ImportLine(int number, String name, Outcome outcome, List<Remark> remarks) {

    /** Makes the list its own. */
    public ImportLine {
        remarks = List.copyOf(remarks);
    }
}
