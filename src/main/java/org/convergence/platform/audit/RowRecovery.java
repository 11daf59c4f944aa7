package org.convergence.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Restores a row deleted by mistake from the audit, within one day: later it may contradict newer data. Runs in the
 * caller's transaction.
 */
@Component
public class RowRecovery {

    private static final Duration TIME = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    RowRecovery(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Restores the row, with the rows of other tables deleted with it.
     *
     * @param goneWithIt for each of these tables, the column that points to the row
     * @throws NotFound if it was not deleted, is already restored, or was redacted
     * @throws Refused if it was deleted more than a day ago
     */
    public void restore(String table, UUID row, Map<String, String> goneWithIt) {
        record Removal(long transaction, OffsetDateTime at) {}
        Removal removal = db.sql("""
                        SELECT transaction_id, at FROM (
                            SELECT transaction_id, at, operation, redacted_at FROM platform.audit_entry
                            WHERE table_name = :table AND row_id = :row ORDER BY id DESC LIMIT 1) AS last
                        WHERE operation = 'DELETE' AND redacted_at IS NULL
                        """)
                .param("table", table)
                .param("row", row.toString())
                .query((found, n) ->
                        new Removal(found.getLong("transaction_id"), found.getObject("at", OffsetDateTime.class)))
                .optional()
                .orElseThrow(() -> new NotFound("row"));
        if (removal.at().toInstant().plus(TIME).isBefore(clock.instant())) {
            throw new Refused("audit.recovery.too-late");
        }
        insert(table, "row_id = :row", row, removal.transaction());
        goneWithIt.forEach(
                (other, column) -> insert(other, "before ->> '" + column + "' = :row", row, removal.transaction()));
    }

    private void insert(String table, String which, UUID row, long transaction) {
        List<String> columns =
                db.sql("""
                        SELECT attname FROM pg_attribute
                        WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped
                          AND attgenerated = ''
                        """).param("table", table).query(String.class).list();
        String sql = """
                INSERT INTO %1$s (%2$s)
                SELECT r.%4$s FROM platform.audit_entry e, jsonb_populate_record(NULL::%1$s, e.before) AS r
                WHERE e.transaction_id = :transaction AND e.table_name = :table AND e.operation = 'DELETE'
                  AND e.redacted_at IS NULL AND e.%3$s
                """;
        db.sql(sql.formatted(table, String.join(", ", columns), which, String.join(", r.", columns)))
                .param("transaction", transaction)
                .param("table", table)
                .param("row", row.toString())
                .update();
    }
}
