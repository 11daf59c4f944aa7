package org.convergence.directory.people.domain.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.domain.imports.ImportFile.State;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Where imports are kept. */
@Component
class ImportStore {

    static final String TABLE = "directory.people_import";

    private static final String COLUMNS = """
            SELECT id, version, subject, file_name, head, fields, known, untitled, state, row_count, run, created_by,
                   created_at, ended_at
            FROM directory.people_import
            """;

    private final JdbcClient db;
    private final Clock clock;

    ImportStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void add(ImportFile file) {
        db.sql("""
                        INSERT INTO directory.people_import
                            (id, version, subject, file_name, head, fields, known, untitled, state, row_count, created_by,
                             created_at)
                        VALUES (:id, :version, :subject, :name, :head::jsonb, :fields::jsonb, :known, :untitled, :state,
                                :rows, :by, :at)
                        """)
                .param("id", file.id())
                .param("version", file.version())
                .param("subject", file.subject().name())
                .param("name", file.fileName())
                .param("head", Json.of(file.head()).toString())
                .param("fields", Json.of(file.fields()).toString())
                .param("known", file.known().name())
                .param("untitled", file.untitled())
                .param("state", file.state().name())
                .param("rows", file.rows())
                .param("by", file.createdBy())
                .param("at", file.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ImportFile> find(UUID id) {
        return db.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query((row, n) -> file(row))
                .optional();
    }

    List<ImportFile> latest(int limit) {
        return db.sql(COLUMNS + "ORDER BY created_at DESC, id LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> file(row))
                .list();
    }

    /** Keeps which column holds what, and goes a version on. */
    void map(UUID id, int version, List<@Nullable Field> fields, Known known) {
        int changed = db.sql("""
                        UPDATE directory.people_import SET fields = :fields::jsonb, known = :known, version = version + 1
                        WHERE id = :id AND version = :version AND state = 'DRAFT'
                        """)
                .param("fields", Json.of(fields).toString())
                .param("known", known.name())
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new EditConflict(TABLE, id, version);
        }
    }

    /** Goes from one state to another, if it is in the first. */
    boolean move(UUID id, State from, State to, @Nullable UUID run) {
        return db.sql("""
                        UPDATE directory.people_import
                        SET state = :to, run = coalesce(:run, run), version = version + 1,
                            ended_at = CASE WHEN :to = 'DONE' THEN :now::timestamptz ELSE ended_at END
                        WHERE id = :id AND state = :from
                        """)
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("run", run)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    void remove(UUID id) {
        db.sql("DELETE FROM directory.people_import WHERE id = :id")
                .param("id", id)
                .update();
    }

    private static ImportFile file(ResultSet row) throws SQLException {
        List<@Nullable Field> fields = new ArrayList<>();
        Json.parse(row.getString("fields"))
                .node()
                .valueStream()
                .forEach(field -> fields.add(field.isNull() ? null : Field.valueOf(field.asString())));
        return new ImportFile(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                Subject.valueOf(row.getString("subject")),
                row.getString("file_name"),
                Json.parse(row.getString("head")).as(new TypeReference<List<String>>() {}),
                fields,
                Known.valueOf(row.getString("known")),
                row.getString("untitled"),
                State.valueOf(row.getString("state")),
                row.getInt("row_count"),
                row.getObject("run", UUID.class),
                row.getString("created_by"),
                instant(row.getObject("created_at", OffsetDateTime.class)),
                row.getObject("ended_at", OffsetDateTime.class) == null
                        ? null
                        : instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
