package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** What became of the rows of a file. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.IMPORT)
public class ImportOutcomes {

    private final JdbcClient db;

    ImportOutcomes(JdbcClient db) {
        this.db = db;
    }

    /**
     * How many.
     *
     * @param recorded that stand as realisations, withdrawn or not
     * @param left that were not taken
     * @param standing that were recorded and are not withdrawn
     */
    public record Counts(int recorded, int left, int standing) {}

    /** A row that was left, and why. */
    public record Left(int number, List<String> cells, List<RowProblem> problems) {}

    /**
     * A row that was recorded.
     *
     * @param imported the version at which it came in
     * @param version the version at which it stands
     */
    public record Recorded(
            int number, UUID realisation, String title, int imported, int version, RealisationState state) {

        /** Whether somebody changed it since. */
        public boolean isChanged() {
            return version != imported || state == RealisationState.WITHDRAWN;
        }
    }

    public Counts counts(UUID id) {
        return db.sql("""
                        SELECT count(i.realisation) AS recorded, count(i.left_because) AS not_taken,
                               count(r.id) FILTER (WHERE r.state <> 'WITHDRAWN') AS standing
                        FROM plan.realisation_import_row i LEFT JOIN plan.realisation r ON r.id = i.realisation
                        WHERE i.import = ?
                        """)
                .param(id)
                .query((row, n) -> new Counts(row.getInt("recorded"), row.getInt("not_taken"), row.getInt("standing")))
                .single();
    }

    /** Rows that were left, after a number. */
    public List<Left> left(UUID id, int after, int limit) {
        return db.sql("""
                        SELECT number, cells, left_because FROM plan.realisation_import_row
                        WHERE import = ? AND left_because IS NOT NULL AND number > ? ORDER BY number LIMIT ?
                        """)
                .params(id, after, limit)
                .query((row, n) -> new Left(
                        row.getInt("number"),
                        Json.parse(row.getString("cells")).as(new TypeReference<List<String>>() {}),
                        Json.parse(row.getString("left_because")).as(new TypeReference<List<RowProblem>>() {})))
                .list();
    }

    /** Rows that were recorded, after a number. */
    public List<Recorded> recorded(UUID id, int after, int limit) {
        return recorded("i.number > :after", id, after, limit);
    }

    /** Rows that stand although the file was taken back: somebody had changed them. */
    public List<Recorded> kept(UUID id, int limit) {
        return recorded("i.number > :after AND r.state <> 'WITHDRAWN' AND r.version <> i.version", id, 0, limit);
    }

    private List<Recorded> recorded(String condition, UUID id, int after, int limit) {
        return db.sql("""
                        SELECT i.number, r.id, r.title, i.version AS imported, r.version, r.state
                        FROM plan.realisation_import_row i JOIN plan.realisation r ON r.id = i.realisation
                        WHERE i.import = :import AND %s ORDER BY i.number LIMIT :limit
                        """.formatted(condition))
                .param("import", id)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Recorded(
                        row.getInt("number"),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getInt("imported"),
                        row.getInt("version"),
                        RealisationState.valueOf(row.getString("state"))))
                .list();
    }
}
