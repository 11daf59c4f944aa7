package org.convergence.directory.people;

import java.util.List;
import org.convergence.platform.audit.AuditTrail;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Replaces a person's names in texts and in their history, in the caller's transaction. */
@Component
public class TextStandIns {

    private static final int MOST_ALIKE = 100;

    private final AuditTrail audit;
    private final JdbcClient db;
    private final TransactionTemplate savepoint;

    TextStandIns(AuditTrail audit, JdbcClient db, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.db = db;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
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
        audit.redact(table, update(statement, person, standIn, ""), standIn, columns);
        forgetInHistory(table, columns, person, standIn);
    }

    /**
     * Rewrites the texts of a table, row by row where a rule refuses some. Of rows that would become equal, the second has
     * a number behind the stand-in; a row that is refused nevertheless is left to the search of all texts.
     *
     * @param rows returns the keys of the rows to change
     * @param statement as in {@link #replace}; also takes {@code :row}, the key of one row, or empty for all
     */
    void replaceEach(
            String rows, String statement, String table, List<String> columns, PersonId person, String standIn) {
        try {
            savepoint.executeWithoutResult(
                    each -> audit.redact(table, update(statement, person, standIn, ""), standIn, columns));
        } catch (DataIntegrityViolationException some) {
            db.sql(rows)
                    .param("person", person.value())
                    .param("stand", standIn)
                    .query(String.class)
                    .list()
                    .forEach(row -> replaceOne(statement, table, columns, person, standIn, row));
        }
        forgetInHistory(table, columns, person, standIn);
    }

    private void replaceOne(
            String statement, String table, List<String> columns, PersonId person, String standIn, String row) {
        for (int number = 1; number <= MOST_ALIKE; number++) {
            String distinct = number == 1 ? standIn : standIn + " (" + number + ")";
            try {
                savepoint.executeWithoutResult(
                        each -> audit.redact(table, update(statement, person, distinct, row), standIn, columns));
                return;
            } catch (DuplicateKeyException another) {
                // The next number.
            } catch (DataIntegrityViolationException rule) {
                return;
            }
        }
    }

    private List<String> update(String statement, PersonId person, String standIn, String row) {
        db.sql("SELECT set_config('convergence.stand_in', ?, true)")
                .param(standIn)
                .query(String.class)
                .single();
        return db.sql(statement)
                .param("person", person.value())
                .param("stand", standIn)
                .param("row", row)
                .query(String.class)
                .list();
    }

    /** In earlier versions of rows whose text changed since. A number alone may be an office's. */
    private void forgetInHistory(String table, List<String> columns, PersonId person, String standIn) {
        db.sql("""
                        WITH hers AS (SELECT ARRAY(SELECT name FROM directory.people_names(:person, false) AS name
                                                   WHERE name ~ '[[:alpha:]]') AS names)
                        SELECT platform.audit_redact(e.id, :stand, named.columns)
                        FROM hers, platform.audit_change e, LATERAL (
                            SELECT array_agg(DISTINCT f.name) AS columns
                            FROM unnest(CAST(:columns AS text[])) AS f (name),
                                 unnest(ARRAY[e.before ->> f.name, e.after ->> f.name]) AS said
                            WHERE platform.instead(said, hers.names, '') <> said) AS named
                        WHERE e.table_name = :table AND named.columns IS NOT NULL AND EXISTS (
                            SELECT FROM unnest(hers.names) AS name
                            WHERE strpos(lower(concat(e.before, e.after)), lower(name)) > 0)
                        """)
                .param("stand", standIn)
                .param("columns", columns.toArray(String[]::new))
                .param("table", table)
                .param("person", person.value())
                .query((row, n) -> true)
                .list();
    }
}
