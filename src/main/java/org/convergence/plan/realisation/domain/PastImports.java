package org.convergence.plan.realisation.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.table.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Where files of past realisations are kept on their way in, with what became of each row. */
@Component
class PastImports {

    static final String TABLE = "plan.realisation_import";

    private static final int AT_ONCE = 500;
    private static final String IMPORTS = """
            SELECT id, version, file_name, state, head, settings, rows, run, undoing, created_at, finished_at
            FROM plan.realisation_import
            """;

    private final JdbcClient db;
    private final Clock clock;

    PastImports(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Keeps a file row by row, as they come. */
    UUID keep(String fileName, List<String> head, Iterator<TableRow> rows) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO plan.realisation_import (id, file_name, head, settings, created_by, created_at)
                        VALUES (?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(id, fileName, head.toArray(String[]::new))
                .param(Json.of(ImportSettings.begun(head)).toString())
                .params(CurrentActor.get().id(), now())
                .update();
        int count = 0;
        List<Map<String, Object>> batch = new ArrayList<>();
        while (rows.hasNext()) {
            TableRow row = rows.next();
            batch.add(Map.of("number", row.number(), "cells", row.cells()));
            count++;
            if (batch.size() == AT_ONCE || !rows.hasNext()) {
                keep(id, batch);
                batch.clear();
            }
        }
        db.sql("UPDATE plan.realisation_import SET rows = ? WHERE id = ?")
                .params(count, id)
                .update();
        return id;
    }

    private void keep(UUID id, List<Map<String, Object>> batch) {
        db.sql("""
                        INSERT INTO plan.realisation_import_row (import, number, cells)
                        SELECT :import, (r ->> 'number')::integer, r -> 'cells' FROM jsonb_array_elements(:rows::jsonb) AS r
                        """)
                .param("import", id)
                .param("rows", Json.of(batch).toString().replace("\\u0000", ""))
                .update();
    }

    PastImport one(UUID id) {
        return db.sql(IMPORTS + "WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound("import"));
    }

    List<PastImport> latest(int limit) {
        return db.sql(IMPORTS + "ORDER BY id DESC LIMIT ?")
                .param(limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** @throws EditConflict where it was changed since the version */
    void settle(UUID id, int version, ImportSettings settings) {
        changed(
                id,
                version,
                db.sql("""
                                UPDATE plan.realisation_import SET settings = ?::jsonb, version = version + 1
                                WHERE id = ? AND version = ? AND state = 'DRAFT'
                                """).params(Json.of(settings).toString(), id, version).update());
    }

    /** @throws EditConflict where it was changed since the version, or is under way */
    void run(UUID id, int version, UUID run) {
        changed(id, version, db.sql("""
                                UPDATE plan.realisation_import SET state = 'RUNNING', run = ?, version = version + 1
                                WHERE id = ? AND version = ? AND state = 'DRAFT'
                                """).params(run, id, version).update());
    }

    private static void changed(UUID id, int version, int rows) {
        if (rows == 0) {
            throw new EditConflict(TABLE, id, version);
        }
    }

    void undo(UUID id, UUID run) {
        db.sql("UPDATE plan.realisation_import SET state = 'UNDOING', undoing = ?, version = version + 1 WHERE id = ?")
                .params(run, id)
                .update();
    }

    void end(UUID id, PastImport.State state) {
        db.sql("""
                        UPDATE plan.realisation_import SET state = :state, version = version + 1,
                               finished_at = CASE WHEN :state = 'DONE' THEN :now ELSE finished_at END
                        WHERE id = :id
                        """)
                .param("state", state.name())
                .param("now", now())
                .param("id", id)
                .update();
    }

    void discard(UUID id) {
        db.sql("DELETE FROM plan.realisation_import WHERE id = ? AND state = 'DRAFT'")
                .param(id)
                .update();
    }

    /** Files that nobody has touched for so long, and the rows of those that came in. */
    void forget(Instant before) {
        db.sql("DELETE FROM plan.realisation_import WHERE created_at < ? AND state NOT IN ('RUNNING', 'UNDOING')")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The rows after a number, in their order. */
    List<TableRow> rows(UUID id, int after, int limit) {
        return db.sql("""
                        SELECT number, cells FROM plan.realisation_import_row
                        WHERE import = ? AND number > ? ORDER BY number LIMIT ?
                        """)
                .params(id, after, limit)
                .query((row, n) -> new TableRow(
                        row.getInt("number"),
                        Json.parse(row.getString("cells")).as(new TypeReference<List<String>>() {})))
                .list();
    }

    /** What became of a row: a realisation at its version, or why it was left. */
    void outcome(UUID id, int number, @Nullable UUID realisation, List<RowProblem> left) {
        db.sql("""
                        UPDATE plan.realisation_import_row
                        SET realisation = :realisation, left_because = :left::jsonb,
                            version = (SELECT version FROM plan.realisation WHERE id = :realisation)
                        WHERE import = :import AND number = :number
                        """)
                .param("realisation", realisation)
                .param("left", realisation == null ? Json.of(left).toString() : null)
                .param("import", id)
                .param("number", number)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static PastImport read(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new PastImport(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("file_name"),
                PastImport.State.valueOf(row.getString("state")),
                Arrays.asList((String[]) row.getArray("head").getArray()),
                Json.parse(row.getString("settings")).as(ImportSettings.class),
                row.getInt("rows"),
                row.getObject("run", UUID.class),
                row.getObject("undoing", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
