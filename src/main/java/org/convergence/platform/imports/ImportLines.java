package org.convergence.platform.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.table.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Where the rows of files are kept, with what becomes of each. */
@Component
class ImportLines {

    private final JdbcClient db;
    private static final List<Remark> COVERED = List.of(Remark.of("imports.remark.covered"));

    private final JdbcTemplate template;
    private final List<RowShield> shields;

    ImportLines(JdbcClient db, JdbcTemplate template, List<RowShield> shields) {
        this.db = db;
        this.template = template;
        this.shields = List.copyOf(shields);
    }

    /** Keeps rows; of those that nobody may keep stands that they are left aside. */
    void add(UUID id, List<TableRow> all) {
        List<List<String>> cells = all.stream().map(TableRow::cells).toList();
        Set<Integer> places = new HashSet<>();
        shields.forEach(shield -> places.addAll(shield.covered(cells)));
        List<TableRow> rows = new ArrayList<>(all);
        places.forEach(place -> rows.set(place, new TableRow(all.get(place).number(), List.of())));
        addRows(id, rows);
        // As good as entered: nothing more becomes of them.
        assessed(
                id,
                places.stream()
                        .map(place -> new ImportLine(all.get(place).number(), "", Outcome.ASIDE, COVERED))
                        .toList(),
                true);
    }

    private void addRows(UUID id, List<TableRow> rows) {
        template.batchUpdate(
                "INSERT INTO platform.imports_row (file, line, cells) VALUES (?, ?, ?::jsonb)",
                rows,
                1_000,
                (statement, row) -> {
                    statement.setObject(1, id);
                    statement.setInt(2, row.number());
                    statement.setString(3, Json.of(row.cells()).toString().replace("\\u0000", ""));
                });
    }

    List<List<String>> samples(UUID id, int limit) {
        return db.sql("SELECT cells FROM platform.imports_row WHERE file = :id ORDER BY line LIMIT :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> cells(row))
                .list();
    }

    /** The rows after a line of which something may become, by what their columns hold. */
    List<ImportRow> after(ImportFile file, int after, int limit) {
        return db.sql("""
                        SELECT line, cells FROM platform.imports_row
                        WHERE file = :id AND line > :after AND NOT entered ORDER BY line LIMIT :limit
                        """)
                .param("id", file.id())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> ImportRow.of(row.getInt("line"), cells(row), file.columns()))
                .list();
    }

    /** The next rows that are not entered. */
    List<ImportRow> waiting(ImportFile file, int limit) {
        return db.sql("""
                        SELECT line, cells FROM platform.imports_row
                        WHERE file = :id AND NOT entered ORDER BY line LIMIT :limit
                        """)
                .param("id", file.id())
                .param("limit", limit)
                .query((row, n) -> ImportRow.of(row.getInt("line"), cells(row), file.columns()))
                .list();
    }

    /** Keeps what becomes, or became, of rows. */
    void assessed(UUID id, List<ImportLine> all, boolean entered) {
        template.batchUpdate(
                "UPDATE platform.imports_row SET name = ?, outcome = ?, remarks = ?::jsonb, entered = ?"
                        + " WHERE file = ? AND line = ?",
                all,
                1_000,
                (statement, each) -> {
                    statement.setString(1, each.name());
                    statement.setString(2, each.outcome().name());
                    statement.setString(3, Json.of(each.remarks()).toString());
                    statement.setBoolean(4, entered);
                    statement.setObject(5, id);
                    statement.setInt(6, each.number());
                });
    }

    Map<Outcome, Integer> counts(UUID id) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        db.sql(
                        "SELECT outcome, count(*) AS n FROM platform.imports_row WHERE file = :id AND outcome IS NOT NULL GROUP BY outcome")
                .param("id", id)
                .query((row, n) -> counts.put(Outcome.valueOf(row.getString("outcome")), row.getInt("n")))
                .list();
        return counts;
    }

    int remarked(UUID id) {
        return db.sql("SELECT count(*) FROM platform.imports_row WHERE file = :id AND remarks <> '[]'")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /**
     * Lines as they are shown.
     *
     * @param outcome only those, {@code null} for those with a remark
     */
    List<ImportLine> lines(UUID id, @Nullable Outcome outcome, int after, int limit) {
        return db.sql("""
                        SELECT line, name, outcome, remarks FROM platform.imports_row
                        WHERE file = :id AND line > :after AND outcome IS NOT NULL
                          AND CASE WHEN :outcome = '' THEN remarks <> '[]' ELSE outcome = :outcome END
                        ORDER BY line LIMIT :limit
                        """)
                .param("id", id)
                .param("after", after)
                .param("outcome", outcome == null ? "" : outcome.name())
                .param("limit", limit)
                .query((row, n) -> new ImportLine(
                        row.getInt("line"),
                        row.getString("name"),
                        Outcome.valueOf(row.getString("outcome")),
                        Json.parse(row.getString("remarks")).as(new TypeReference<List<Remark>>() {})))
                .list();
    }

    /** Some rows, by what their columns hold. */
    List<ImportRow> numbered(ImportFile file, List<Integer> numbers) {
        return db.sql(
                        "SELECT line, cells FROM platform.imports_row WHERE file = :id AND line = ANY (:lines) ORDER BY line")
                .param("id", file.id())
                .param("lines", numbers.toArray(Integer[]::new))
                .query((row, n) -> ImportRow.of(row.getInt("line"), cells(row), file.columns()))
                .list();
    }

    /** The lines that were left aside after one, as the file has them. */
    List<TableRow> aside(UUID id, int after, int limit) {
        return db.sql("""
                        SELECT line, cells FROM platform.imports_row
                        WHERE file = :id AND outcome = 'ASIDE' AND line > :after ORDER BY line LIMIT :limit
                        """)
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new TableRow(row.getInt("line"), cells(row)))
                .list();
    }

    /**
     * What remarks name first, the most frequent before; names that fold alike are one.
     *
     * @param keys the sentences of these remarks
     */
    List<ImportBoard.Named> named(UUID id, Collection<String> keys, int limit) {
        return db.sql("""
                        SELECT min(remark -> 'arguments' ->> 0) AS name, count(DISTINCT line) AS lines, count(*) OVER () AS all_of_them
                        FROM platform.imports_row, jsonb_array_elements(remarks) AS remark
                        WHERE file = :id AND remark ->> 'key' = ANY (:keys)
                        GROUP BY platform.fold(remark -> 'arguments' ->> 0)
                        ORDER BY count(DISTINCT line) DESC, 1 LIMIT :limit
                        """)
                .param("id", id)
                .param("keys", keys.toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) ->
                        new ImportBoard.Named(row.getString("name"), row.getInt("lines"), row.getInt("all_of_them")))
                .list();
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        return Json.parse(row.getString("cells")).as(new TypeReference<List<String>>() {});
    }
}
