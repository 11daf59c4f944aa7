package org.convergence.platform.imports;

import java.util.List;

/** Rows being gone through, each once and in their order: either to say what will become of them, or to enter them. */
public interface ImportReading {

    /** Says what will become of some rows, and writes nothing. */
    List<ImportLine> assess(List<ImportRow> rows);

    /**
     * Enters a row, in a transaction of its own, and notes in the ledger what was made or changed.
     *
     * @throws org.convergence.platform.database.Refused where a rule forbids it; the line is left aside
     */
    ImportLine enter(ImportRow row, Ledger ledger);
}
