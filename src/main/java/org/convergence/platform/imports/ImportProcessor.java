package org.convergence.platform.imports;

import java.util.List;

/** Processes rows, each once and in order: either to assess them, or to enter them. */
public interface ImportProcessor {

    /** Assesses some rows, and writes nothing. */
    List<ImportLineResult> assess(List<ImportRow> rows);

    /** Reads some rows that a run entered before it was interrupted, since rows below may depend on them. */
    default void passOver(List<ImportRow> entered) {}

    /**
     * Enters a row, in a transaction of its own, and records in the ledger what was created or changed.
     *
     * @throws org.convergence.platform.database.Refused if a rule forbids it; the line is left aside
     */
    ImportLineResult enter(ImportRow row, ImportLedger ledger);
}
