package org.convergence.directory.people;

import java.util.List;
import org.convergence.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replaces a person's names in texts and in their history, in the caller's transaction. */
@Component
public class TextStandIns {

    private final AuditTrail audit;
    private final JdbcClient db;

    TextStandIns(AuditTrail audit, JdbcClient db) {
        this.audit = audit;
        this.db = db;
    }

    /**
     * Rewrites the texts of a table.
     *
     * @param statement takes {@code :person} and {@code :stand}, and returns the key of each changed row, as the audit
     *     writes it
     * @param table with its schema
     * @param columns that the statement rewrites
     */
    public void replace(String statement, String table, List<String> columns, PersonId person, String standIn) {
        db.sql("SELECT set_config('convergence.stand_in', ?, true)")
                .param(standIn)
                .query(String.class)
                .single();
        List<String> rows = db.sql(statement)
                .param("person", person.value())
                .param("stand", standIn)
                .query(String.class)
                .list();
        audit.redact(table, rows, standIn, columns);
        forgetInHistory(table, columns, person, standIn);
    }

    /** In earlier versions of rows whose text changed since. A number alone may be an office's. */
    private void forgetInHistory(String table, List<String> columns, PersonId person, String standIn) {
        db.sql("""
                        SELECT platform.audit_redact(e.id, :stand, CAST(:columns AS text[])) FROM platform.audit_change e
                        WHERE e.table_name = :table AND EXISTS (
                            SELECT FROM directory.people_names(:person, false) AS name
                            WHERE name ~ '[[:alpha:]]'
                              AND strpos(lower(concat(e.before, e.after)), lower(name)) > 0)
                        """)
                .param("stand", standIn)
                .param("columns", columns.toArray(String[]::new))
                .param("table", table)
                .param("person", person.value())
                .query((row, n) -> true)
                .list();
    }
}
