package org.convergence.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings back a row that was taken out by mistake, as the audit remembers it. To be called within a transaction. */
@Component
public class Recovery {

    private final JdbcClient db;

    Recovery(JdbcClient db) {
        this.db = db;
    }

    /**
     * The row as it stood, with the rows of other tables that went with it.
     *
     * @param goneWithIt for each of these tables, the column that points to the row
     * @throws NotFound where it was not taken out, is back already, or may not be remembered
     */
    public void bringBack(String table, UUID row, Map<String, String> goneWithIt) {
        Long transaction = db.sql("""
                        SELECT transaction_id FROM (
                            SELECT transaction_id, operation, redacted_at FROM platform.audit_entry
                            WHERE table_name = :table AND row_id = :row ORDER BY id DESC LIMIT 1) AS last
                        WHERE operation = 'DELETE' AND redacted_at IS NULL
                        """)
                .param("table", table)
                .param("row", row.toString())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("row"));
        insert(table, "row_id = :row", row, transaction);
        goneWithIt.forEach((other, column) -> insert(other, "before ->> '" + column + "' = :row", row, transaction));
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
