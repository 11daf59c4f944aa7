package org.convergence.platform.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.imports.ImportFile.ImportState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The uploaded files to import. */
@Component
record ImportFileRepository(JdbcClient db, ImportKindRegistry kinds, Clock clock) {

    static final String TABLE = "platform.imports_file";

    private static final String FILES = """
            SELECT id, version, kind, name, head, columns, choices, state, row_count, run, created_by, created_at, ended_at
            FROM platform.imports_file
            """;

    void add(ImportFile file) {
        db.sql("""
                        INSERT INTO platform.imports_file
                            (id, version, kind, name, head, columns, choices, state, row_count, created_by, created_at)
                        VALUES (:id, :version, :kind, :name, :head::jsonb, :columns::jsonb, :choices::jsonb, :state, :rows,
                                :by, :at)
                        """)
                .param("id", file.id())
                .param("version", file.version())
                .param("kind", file.kind().name())
                .param("name", file.name())
                .param("head", Json.of(file.head()).toString())
                .param("columns", names(file.columns()))
                .param("choices", file.choices().toString())
                .param("state", file.state().name())
                .param("rows", file.rows())
                .param("by", file.createdBy())
                .param("at", SqlTime.at(file.createdAt()))
                .update();
    }

    void setRowCount(UUID id, int rows) {
        db.sql("UPDATE platform.imports_file SET row_count = :rows WHERE id = :id")
                .param("rows", rows)
                .param("id", id)
                .update();
    }

    Optional<ImportFile> findById(UUID id) {
        return db.sql(FILES + "WHERE id = :id")
                .param("id", id)
                .query((row, n) -> file(row))
                .optional();
    }

    /** The file that a run enters, or undoes. */
    Optional<ImportFile> findByRun(UUID run) {
        return db.sql(FILES + "WHERE run = :run ORDER BY created_at DESC LIMIT 1")
                .param("run", run)
                .query((row, n) -> file(row))
                .optional();
    }

    List<ImportFile> findLatest(Collection<String> ofKinds, int limit) {
        return db.sql(FILES + "WHERE kind = ANY (:kinds) ORDER BY created_at DESC, id LIMIT :limit")
                .param("kinds", ofKinds.toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> file(row))
                .list();
    }

    /** Saves columns and choices, at the next version. */
    void updateColumns(UUID id, int version, List<@Nullable ImportColumn> columns, Json choices) {
        int changed = db.sql("""
                        UPDATE platform.imports_file
                        SET columns = :columns::jsonb, choices = :choices::jsonb, version = version + 1
                        WHERE id = :id AND version = :version AND state = 'DRAFT'
                        """)
                .param("columns", names(columns))
                .param("choices", choices.toString())
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new EditConflict(TABLE, id, version);
        }
    }

    /** Changes the state, if it is the expected one. */
    boolean changeState(UUID id, ImportState from, ImportState to, @Nullable UUID run) {
        return db.sql("""
                        UPDATE platform.imports_file
                        SET state = :to, run = coalesce(:run, run), version = version + 1,
                            ended_at = CASE WHEN :to = 'DONE' THEN :now::timestamptz ELSE ended_at END
                        WHERE id = :id AND state = :from
                        """)
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("run", run)
                        .param("now", SqlTime.now(clock))
                        .param("id", id)
                        .update()
                == 1;
    }

    void delete(UUID id) {
        db.sql("DELETE FROM platform.imports_file WHERE id = :id")
                .param("id", id)
                .update();
    }

    private static String names(List<@Nullable ImportColumn> columns) {
        List<@Nullable String> names = new ArrayList<>();
        columns.forEach(column -> names.add(column == null ? null : column.name()));
        return Json.of(names).toString();
    }

    private ImportFile file(ResultSet row) throws SQLException {
        ImportKind kind = kinds.findByName(row.getString("kind"));
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ImportFile(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                kind,
                row.getString("name"),
                Json.parse(row.getString("head")).as(new TypeReference<List<String>>() {}),
                columns(Json.parse(row.getString("columns")), kind),
                Json.parse(row.getString("choices")),
                ImportState.valueOf(row.getString("state")),
                row.getInt("row_count"),
                row.getObject("run", UUID.class),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static List<@Nullable ImportColumn> columns(Json names, ImportKind kind) {
        List<@Nullable ImportColumn> columns = new ArrayList<>();
        names.node()
                .valueStream()
                .forEach(name -> columns.add(kind.columns().stream()
                        .filter(column -> !name.isNull() && column.name().equals(name.asString()))
                        .findFirst()
                        .orElse(null)));
        return columns;
    }
}
