package org.convergence.directory.people;

import java.util.List;
import org.convergence.platform.database.Json;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deleted rows of a table: restored where their references still exist, or erased from the history. */
final class RemovedRows {

    private final JdbcClient db;
    private final String table;

    RemovedRows(JdbcClient db, String table) {
        this.db = db;
        this.table = table;
    }

    /** Restores the rows; those inserted again meanwhile, or whose references are gone, stay out. */
    void bringBack(Json rows) {
        String columns = String.join(
                ", ",
                db.sql("""
                        SELECT quote_ident(attname) FROM pg_attribute
                        WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                          AND jsonb_exists(CAST(:rows AS jsonb) -> 0, attname::text)
                        ORDER BY attnum
                        """)
                        .param("table", table)
                        .param("rows", rows.toString())
                        .query(String.class)
                        .list());
        String whole = String.join(" AND ", targets());
        db.sql(("INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$s, CAST(:rows AS jsonb)) b"
                                + (whole.isEmpty() ? "" : " WHERE ")
                                + whole
                                + " ON CONFLICT DO NOTHING")
                        .formatted(table, columns))
                .param("rows", rows.toString())
                .update();
    }

    /** One condition for each single-column key: the target exists, and is not an erased person. */
    private List<String> targets() {
        return db.sql("""
                        SELECT format('(b.%1$I IS NULL OR EXISTS (SELECT FROM %2$s r WHERE r.%3$I = b.%1$I%4$s))',
                                      here.attname, c.confrelid::regclass, there.attname,
                                      CASE WHEN c.confrelid = 'directory.people_person'::regclass
                                           THEN ' AND r.forgotten_at IS NULL' ELSE '' END)
                        FROM pg_constraint c
                        JOIN pg_attribute here ON here.attrelid = c.conrelid AND here.attnum = c.conkey[1]
                        JOIN pg_attribute there ON there.attrelid = c.confrelid AND there.attnum = c.confkey[1]
                        WHERE c.contype = 'f' AND c.conrelid = CAST(:table AS regclass) AND cardinality(c.conkey) = 1
                        """).param("table", table).query(String.class).list();
    }

    /** Erases the history of the rows that referenced a person. */
    void forget(String column, PersonId person) {
        db.sql("""
                        WITH hers AS (
                            SELECT DISTINCT row_id FROM platform.audit_entry
                            WHERE table_name = :table
                              AND :person IN (before ->> CAST(:column AS text), after ->> CAST(:column AS text)))
                        SELECT platform.audit_redact(e.id, :reason, NULL)
                        FROM platform.audit_entry e JOIN hers USING (row_id) WHERE e.table_name = :table
                        """)
                .param("table", table)
                .param("column", column)
                .param("person", person.value().toString())
                .param("reason", IdentityReference.WITHOUT)
                .query((row, n) -> true)
                .list();
    }
}
