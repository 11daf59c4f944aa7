package org.convergence.directory.people.domain.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.domain.imports.Recognition.Values;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Where the rows of imports are kept, with what becomes of each. */
@Component
class ImportLines {

    private final JdbcClient db;
    private final JdbcTemplate template;

    ImportLines(JdbcClient db, JdbcTemplate template) {
        this.db = db;
        this.template = template;
    }

    void add(UUID id, List<Line> lines) {
        template.batchUpdate(
                "INSERT INTO directory.people_import_row (import, line, cells) VALUES (?, ?, ?::jsonb)",
                lines,
                1_000,
                (statement, line) -> {
                    statement.setObject(1, id);
                    statement.setInt(2, line.number());
                    statement.setString(3, Json.of(line.cells()).toString());
                });
    }

    /** A row of the file. */
    record Line(int number, List<String> cells) {}

    List<List<String>> samples(UUID id, int limit) {
        return db.sql("SELECT cells FROM directory.people_import_row WHERE import = :id ORDER BY line LIMIT :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> cells(row))
                .list();
    }

    /** The rows after a line, by what their columns hold. */
    List<Values> values(ImportFile file, int after, int limit) {
        return db.sql("""
                        SELECT line, cells FROM directory.people_import_row
                        WHERE import = :id AND line > :after ORDER BY line LIMIT :limit
                        """)
                .param("id", file.id())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> Recognition.values(row.getInt("line"), cells(row), file.fields()))
                .list();
    }

    /** The next rows that are not entered. */
    List<Values> waiting(ImportFile file, int limit) {
        return db.sql("""
                        SELECT line, cells FROM directory.people_import_row
                        WHERE import = :id AND NOT entered ORDER BY line LIMIT :limit
                        """)
                .param("id", file.id())
                .param("limit", limit)
                .query((row, n) -> Recognition.values(row.getInt("line"), cells(row), file.fields()))
                .list();
    }

    /** Keeps what becomes, or became, of rows. */
    void assessed(UUID id, List<Assessed> all, boolean entered) {
        template.batchUpdate(
                "UPDATE directory.people_import_row SET name = ?, outcome = ?, remarks = ?::jsonb, entered = ?"
                        + " WHERE import = ? AND line = ?",
                all,
                1_000,
                (statement, each) -> {
                    statement.setString(1, each.name());
                    statement.setString(2, each.outcome().name());
                    statement.setString(3, Json.of(each.remarks()).toString());
                    statement.setBoolean(4, entered);
                    statement.setObject(5, id);
                    statement.setInt(6, each.line());
                });
    }

    Map<Outcome, Integer> counts(UUID id) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        db.sql(
                        "SELECT outcome, count(*) AS n FROM directory.people_import_row WHERE import = :id AND outcome IS NOT NULL GROUP BY outcome")
                .param("id", id)
                .query((row, n) -> counts.put(Outcome.valueOf(row.getString("outcome")), row.getInt("n")))
                .list();
        return counts;
    }

    int remarked(UUID id) {
        return db.sql("SELECT count(*) FROM directory.people_import_row WHERE import = :id AND remarks <> '[]'")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /**
     * Lines as they are shown.
     *
     * @param outcome only those, {@code null} for those with a remark
     */
    List<Assessed> lines(UUID id, @Nullable Outcome outcome, int after, int limit) {
        return db.sql("""
                        SELECT line, name, outcome, remarks FROM directory.people_import_row
                        WHERE import = :id AND line > :after AND outcome IS NOT NULL
                          AND CASE WHEN :outcome = '' THEN remarks <> '[]' ELSE outcome = :outcome END
                        ORDER BY line LIMIT :limit
                        """)
                .param("id", id)
                .param("after", after)
                .param("outcome", outcome == null ? "" : outcome.name())
                .param("limit", limit)
                .query((row, n) -> new Assessed(
                        row.getInt("line"),
                        row.getString("name"),
                        Outcome.valueOf(row.getString("outcome")),
                        Json.parse(row.getString("remarks")).as(new TypeReference<List<Remark>>() {})))
                .list();
    }

    /** The cells of the lines that were left aside. */
    List<Line> aside(UUID id) {
        return db.sql("""
                        SELECT line, cells FROM directory.people_import_row
                        WHERE import = :id AND outcome = 'ASIDE' ORDER BY line
                        """)
                .param("id", id)
                .query((row, n) -> new Line(row.getInt("line"), cells(row)))
                .list();
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        return Json.parse(row.getString("cells")).as(new TypeReference<List<String>>() {});
    }
}
