package org.convergence.directory.people;

import java.util.List;
import org.convergence.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a stand-in where texts name someone, and in what the history remembers of them; in the caller's transaction. */
@Component
public class StandIns {

    private final AuditTrail audit;
    private final JdbcClient db;

    StandIns(AuditTrail audit, JdbcClient db) {
        this.audit = audit;
        this.db = db;
    }

    /**
     * Rewrites the texts of a table.
     *
     * @param statement takes {@code :person} and {@code :stand}, and answers with the key of each row that it changed, as the
     *     audit writes it
     * @param table with its schema
     * @param columns that the statement rewrites
     */
    public void put(String statement, String table, List<String> columns, PersonId person, String standIn) {
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
    }
}
