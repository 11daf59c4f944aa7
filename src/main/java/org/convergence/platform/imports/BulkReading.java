package org.convergence.platform.imports;

import java.util.List;

/**
 * A reading whose rows can be entered many together, in lanes side by side: as fast as the database takes them in. Rows
 * that may mean the same thing go in the same lane, one after the other.
 */
public interface BulkReading extends ImportReading {

    /** How many lanes there are; as many as a small machine has processors. */
    int LANES = 2;

    /** In which lane a row goes: the remainder of this number. */
    int lane(ImportRow row);

    /**
     * Enters, in the running transaction, those of some rows of one lane that can be entered together, and notes in the
     * ledger what was made or changed.
     *
     * @param rows each with what was said of it before
     * @return what became of those that were entered; the others are entered one by one after them
     * @throws org.springframework.dao.DataIntegrityViolationException where that fails; each is then entered by itself
     */
    List<ImportLine> enter(List<Previewed> rows, BulkLedger ledger);

    /** A row, with what was said of it before it was entered. */
    record Previewed(ImportRow row, ImportLine line) {}
}
