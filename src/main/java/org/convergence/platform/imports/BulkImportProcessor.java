package org.convergence.platform.imports;

import java.util.List;

/**
 * A processor that can enter many rows together, in parallel lanes, as fast as the database accepts them. Rows that may
 * mean the same record go in the same lane, one after the other.
 */
public interface BulkImportProcessor extends ImportProcessor {

    /** The number of lanes; a small machine has as many processors. */
    int LANES = 2;

    /** A number that decides the lane of a row: its remainder by the number of lanes. */
    int laneOf(ImportRow row);

    /**
     * Enters those rows of one lane that can be entered together, in the running transaction, and records in the ledger
     * what was created or changed.
     *
     * @param rows each with its earlier assessment
     * @return the results of the rows entered; the others are entered one by one after them
     * @throws org.springframework.dao.DataIntegrityViolationException if that fails; each is then entered by itself
     */
    List<ImportLineResult> enter(List<AssessedRow> rows, BulkImportLedger ledger);

    /** A row with its assessment before it is entered. */
    record AssessedRow(ImportRow row, ImportLineResult line) {}
}
