package org.convergence.platform.backup;

import java.time.Instant;
import java.util.List;

/**
 * The description inside a backup.
 *
 * @param format of the file, {@value #FORMAT} now
 * @param application the version that made it
 * @param schema the schema's version, to which a database is migrated before the rows are loaded
 * @param madeAt the instant of the snapshot
 */
record BackupManifest(
        int format,
        String application,
        String schema,
        Instant madeAt,
        List<TableRows> tables,
        List<SequenceValue> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * One table's rows, in PostgreSQL's text format for COPY.
     *
     * @param table with its schema
     * @param columns in the order of the entry
     * @param sha256 of the entry's bytes
     */
    record TableRows(String table, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + table + ".copy";
        }

        BackupTable toTable() {
            return new BackupTable(table, columns);
        }
    }

    /** The value of a sequence. */
    record SequenceValue(String sequence, long value) {}

    long rows() {
        return tables.stream().mapToLong(TableRows::rows).sum();
    }
}
