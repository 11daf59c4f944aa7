package org.convergence.platform.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The records created and changed by an import, to undo it: created records are deleted, changed ones are set back.
 * Records changed since, or on which others depend, are kept.
 */
@Component
class ImportedRecordRepository {

    private final JdbcClient db;
    private final TransactionTemplate each;

    ImportedRecordRepository(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    int count(UUID file) {
        return db.sql("SELECT count(DISTINCT made) FROM platform.imports_made WHERE file = :file")
                .param("file", file)
                .query(Integer.class)
                .single();
    }

    /** The next records to undo. The last created comes first, so that none depends on it. */
    List<ImportedRecord> findPending(UUID file, int limit) {
        return db.sql("""
                        SELECT thing, made, min(line) AS line, max(version_after) AS after,
                               CASE WHEN bool_or(version_before IS NULL) THEN NULL ELSE min(version_before) END AS before
                        FROM platform.imports_made WHERE file = :file AND outcome IS NULL
                        GROUP BY thing, made ORDER BY min(place) DESC LIMIT :limit
                        """)
                .param("file", file)
                .param("limit", limit)
                .query((row, n) -> made(row))
                .list();
    }

    /** Undoes one record, or stores the reason why it stays. */
    void undo(ImportFile file, ImportedRecord made) {
        String outcome;
        try {
            each.executeWithoutResult(status -> file.kind().takeBack(made, file));
            outcome = "TAKEN_BACK";
        } catch (EditConflict changed) {
            outcome = "CHANGED_SINCE";
        } catch (Refused inUse) {
            outcome = "IN_USE";
        } catch (NotFound gone) {
            outcome = "GONE";
        }
        db.sql(
                        "UPDATE platform.imports_made SET outcome = :outcome WHERE file = :file AND made = :made AND thing = :thing")
                .param("outcome", outcome)
                .param("file", file.id())
                .param("made", made.id())
                .param("thing", made.thing())
                .update();
    }

    /** The records kept, with the reason, in the order of the file. */
    Map<ImportedRecord, String> findKeptRecords(UUID file, int limit) {
        Map<ImportedRecord, String> kept = new LinkedHashMap<>();
        db.sql("""
                        SELECT thing, made, min(line) AS line, max(version_after) AS after, min(version_before) AS before,
                               max(outcome) AS outcome
                        FROM platform.imports_made WHERE file = :file AND outcome IN ('CHANGED_SINCE', 'IN_USE')
                        GROUP BY thing, made ORDER BY min(line), thing LIMIT :limit
                        """)
                .param("file", file)
                .param("limit", limit)
                .query((row, n) -> kept.put(made(row), row.getString("outcome")))
                .list();
        return kept;
    }

    private static ImportedRecord made(ResultSet row) throws SQLException {
        return new ImportedRecord(
                row.getString("thing"),
                row.getObject("made", UUID.class),
                row.getInt("line"),
                row.getObject("before", Integer.class),
                row.getInt("after"));
    }
}
