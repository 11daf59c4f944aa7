package org.convergence.directory.people.domain.imports;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.domain.imports.Ledger.Kind;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an import made and changed, to be taken back: what it made goes, what it changed is as it was before. What someone
 * changed since, or on which something rests, is kept.
 */
@Component
class MadeRows {

    private final JdbcClient db;
    private final Restoration restoration;
    private final TransactionTemplate each;

    MadeRows(JdbcClient db, Restoration restoration, PlatformTransactionManager transactions) {
        this.db = db;
        this.restoration = restoration;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * A row, however many lines of the file touched it.
     *
     * @param place grows with time
     * @param before the version before the import, {@code null} where it made the row
     * @param after the version that the import left
     */
    record Made(long place, Kind kind, UUID id, @Nullable Integer before, int after) {}

    int count(UUID importId) {
        return db.sql("SELECT count(DISTINCT made) FROM directory.people_import_made WHERE import = :import")
                .param("import", importId)
                .query(Integer.class)
                .single();
    }

    /** The next that are not taken back, those made last first. */
    List<Made> waiting(UUID importId, int limit) {
        return db.sql("""
                        SELECT max(place) AS place, kind, made, max(version_after) AS after,
                               CASE WHEN bool_or(version_before IS NULL) THEN NULL ELSE min(version_before) END AS before
                        FROM directory.people_import_made WHERE import = :import AND outcome IS NULL
                        GROUP BY kind, made
                        ORDER BY CASE kind WHEN 'FUNCTION' THEN 1 WHEN 'AFFILIATION' THEN 2 WHEN 'PERSON' THEN 3 ELSE 4 END,
                                 max(place) DESC
                        LIMIT :limit
                        """)
                .param("import", importId)
                .param("limit", limit)
                .query((row, n) -> new Made(
                        row.getLong("place"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("made", UUID.class),
                        row.getObject("before", Integer.class),
                        row.getInt("after")))
                .list();
    }

    /** Takes one back, or notes why it is kept. */
    void takeBack(UUID importId, Made made) {
        String outcome;
        try {
            each.executeWithoutResult(status -> restoration.restore(made));
            outcome = "TAKEN_BACK";
        } catch (EditConflict changed) {
            outcome = "CHANGED_SINCE";
        } catch (Refused inUse) {
            outcome = "IN_USE";
        } catch (NotFound gone) {
            outcome = "GONE";
        }
        db.sql("UPDATE directory.people_import_made SET outcome = :outcome WHERE import = :import AND made = :made")
                .param("outcome", outcome)
                .param("import", importId)
                .param("made", made.id())
                .update();
    }

    /** What was kept, to be shown. */
    List<ImportBoard.Kept> kept(UUID importId, int limit) {
        return db.sql("""
                        SELECT m.kind, m.made, min(m.line) AS line, max(m.outcome) AS outcome,
                               coalesce(max(o.name), max(p.display_name)) AS name
                        FROM directory.people_import_made m
                        LEFT JOIN directory.people_organisation o ON o.id = m.made AND m.kind = 'ORGANISATION'
                        LEFT JOIN directory.people_person p ON p.id = m.made AND m.kind = 'PERSON'
                        WHERE m.import = :import AND m.outcome IN ('CHANGED_SINCE', 'IN_USE')
                        GROUP BY m.kind, m.made ORDER BY min(m.line), m.kind LIMIT :limit
                        """)
                .param("import", importId)
                .param("limit", limit)
                .query((row, n) -> new ImportBoard.Kept(
                        row.getString("kind"),
                        row.getObject("made", UUID.class),
                        row.getInt("line"),
                        row.getString("name"),
                        row.getString("outcome")))
                .list();
    }
}
