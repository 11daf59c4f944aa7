package org.convergence.platform.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.convergence.platform.database.BulkCopy;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.BulkImportProcessor.AssessedRow;
import org.convergence.platform.table.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The rows of imported files, with the result of each. */
@Component
class ImportRowRepository {

    static final List<ImportRemark> COVERED = List.of(ImportRemark.of("imports.remark.covered"));

    /** A row that may not or no longer be stored is empty, and is never entered. */
    private static final String SAYS_SOMETHING = "cells <> '[]'";

    private final JdbcClient db;
    private final DataSource source;
    private final List<ImportRowGuard> shields;

    ImportRowRepository(JdbcClient db, DataSource source, List<ImportRowGuard> shields) {
        this.db = db;
        this.source = source;
        this.shields = List.copyOf(shields);
    }

    /** Stores rows with their assessment; rows that may not be stored are marked as left aside. */
    void add(UUID id, List<TableRow> rows, List<ImportLineResult> lines, IntFunction<Integer> lane) {
        List<List<String>> cells = rows.stream().map(TableRow::cells).toList();
        Set<Integer> covered = new HashSet<>();
        shields.forEach(shield -> covered.addAll(shield.findProtectedRows(cells)));
        BulkCopy copy = new BulkCopy(
                "platform.imports_row", List.of("file", "line", "cells", "name", "outcome", "remarks", "lane"));
        for (int i = 0; i < rows.size(); i++) {
            int number = rows.get(i).number();
            boolean kept = !covered.contains(i);
            ImportLineResult line =
                    kept ? lines.get(i) : new ImportLineResult(number, "", ImportOutcome.ASIDE, COVERED);
            copy.addRow(
                    id,
                    number,
                    Json.of(kept ? cells.get(i) : List.of()).toString().replace("\\u0000", ""),
                    line.name(),
                    line.outcome(),
                    Json.of(line.remarks()),
                    lane.apply(i));
        }
        copy.writeTo(source);
    }

    /** The first line of a file, emptied if instead of titles it names a protected person. */
    List<String> maskHead(List<String> head) {
        boolean covered = shields.stream()
                .anyMatch(shield -> !shield.findProtectedRows(List.of(head)).isEmpty());
        return covered ? Collections.nCopies(head.size(), "") : head;
    }

    List<List<String>> samples(UUID id, int limit) {
        return db.sql("SELECT cells FROM platform.imports_row WHERE file = :id ORDER BY line LIMIT :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> cells(row))
                .list();
    }

    /** The non-empty rows after a line, by column. */
    List<ImportRow> findAfter(ImportFile file, int after, int limit) {
        return db.sql("""
                        SELECT line, cells FROM platform.imports_row
                        WHERE file = :id AND line > :after AND %s ORDER BY line LIMIT :limit
                        """.formatted(SAYS_SOMETHING))
                .param("id", file.id())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> ImportRow.of(row.getInt("line"), cells(row), file.columns()))
                .list();
    }

    /** The next rows of a lane that are not entered. */
    List<AssessedRow> findWaiting(ImportFile file, int lane, int limit) {
        return db.sql("""
                        SELECT line, cells, name, outcome, remarks FROM platform.imports_row
                        WHERE file = :id AND lane = :lane AND line > coalesce(
                            (SELECT line FROM platform.imports_reached WHERE file = :id AND lane = :lane), 0) AND %s
                        ORDER BY line LIMIT :limit
                        """.formatted(SAYS_SOMETHING))
                .param("id", file.id())
                .param("lane", lane)
                .param("limit", limit)
                .query((row, n) ->
                        new AssessedRow(ImportRow.of(row.getInt("line"), cells(row), file.columns()), line(row)))
                .list();
    }

    /** Saves the results of rows of a lane, and the last row as the lane's position. */
    void saveEntered(UUID id, int lane, List<AssessedRow> rows, Map<Integer, ImportLineResult> entered) {
        List<ImportLineResult> otherwise = new ArrayList<>();
        for (AssessedRow waiting : rows) {
            ImportLineResult now = entered.get(waiting.row().number());
            if (now != null && !now.equals(waiting.line())) {
                otherwise.add(now);
            }
        }
        say(id, otherwise);
        db.sql("""
                        INSERT INTO platform.imports_reached (file, lane, line) VALUES (:id, :lane, :line)
                        ON CONFLICT (file, lane) DO UPDATE SET line = excluded.line
                        """)
                .param("id", id)
                .param("lane", lane)
                .param("line", rows.get(rows.size() - 1).row().number())
                .update();
    }

    /** Saves the assessment of rows. */
    void saveAssessed(UUID id, List<ImportLineResult> all, List<Integer> lanes) {
        say(id, all);
        db.sql("""
                        UPDATE platform.imports_row r SET lane = said.lane
                        FROM unnest(CAST(:lines AS integer[]), CAST(:lanes AS integer[])) AS said (line, lane)
                        WHERE r.file = :id AND r.line = said.line AND r.lane <> said.lane
                        """)
                .param("id", id)
                .param("lines", all.stream().map(ImportLineResult::number).toArray(Integer[]::new))
                .param("lanes", lanes.toArray(Integer[]::new))
                .update();
    }

    private void say(UUID id, List<ImportLineResult> all) {
        if (all.isEmpty()) {
            return;
        }
        db.sql("""
                        UPDATE platform.imports_row r
                        SET name = said.name, outcome = said.outcome, remarks = said.remarks::jsonb
                        FROM unnest(CAST(:lines AS integer[]), CAST(:names AS text[]), CAST(:outcomes AS text[]),
                                    CAST(:remarks AS text[])) AS said (line, name, outcome, remarks)
                        WHERE r.file = :id AND r.line = said.line
                        """)
                .param("id", id)
                .param("lines", all.stream().map(ImportLineResult::number).toArray(Integer[]::new))
                .param("names", all.stream().map(ImportLineResult::name).toArray(String[]::new))
                .param(
                        "outcomes",
                        all.stream().map(line -> line.outcome().name()).toArray(String[]::new))
                .param(
                        "remarks",
                        all.stream()
                                .map(line -> Json.of(line.remarks()).toString())
                                .toArray(String[]::new))
                .update();
    }

    Map<ImportOutcome, Integer> countByOutcome(UUID id) {
        Map<ImportOutcome, Integer> counts = new EnumMap<>(ImportOutcome.class);
        db.sql(
                        "SELECT outcome, count(*) AS n FROM platform.imports_row WHERE file = :id AND outcome IS NOT NULL GROUP BY outcome")
                .param("id", id)
                .query((row, n) -> counts.put(ImportOutcome.valueOf(row.getString("outcome")), row.getInt("n")))
                .list();
        return counts;
    }

    int countRemarked(UUID id) {
        return db.sql("SELECT count(*) FROM platform.imports_row WHERE file = :id AND remarks <> '[]'")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /**
     * Lines to show.
     *
     * @param outcome {@code null} for the lines with a remark
     */
    List<ImportLineResult> lines(UUID id, @Nullable ImportOutcome outcome, int after, int limit) {
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
                .query((row, n) -> line(row))
                .list();
    }

    /** The rows with these numbers, by column. */
    List<ImportRow> findByNumbers(ImportFile file, List<Integer> numbers) {
        return db.sql(
                        "SELECT line, cells FROM platform.imports_row WHERE file = :id AND line = ANY (:lines) ORDER BY line")
                .param("id", file.id())
                .param("lines", numbers.toArray(Integer[]::new))
                .query((row, n) -> ImportRow.of(row.getInt("line"), cells(row), file.columns()))
                .list();
    }

    /** The lines left aside after a given one, as in the file. */
    List<TableRow> findLeftAside(UUID id, int after, int limit) {
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
     * The first arguments of remarks, the most frequent first; names that fold alike are one.
     *
     * @param keys the message keys of these remarks
     */
    List<ImportQueries.RemarkSubject> findRemarkSubjects(UUID id, Collection<String> keys, int limit) {
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
                .query((row, n) -> new ImportQueries.RemarkSubject(
                        row.getString("name"), row.getInt("lines"), row.getInt("all_of_them")))
                .list();
    }

    private static ImportLineResult line(ResultSet row) throws SQLException {
        String remarks = row.getString("remarks");
        return new ImportLineResult(
                row.getInt("line"),
                row.getString("name"),
                ImportOutcome.valueOf(row.getString("outcome")),
                remarks.equals("[]") ? List.of() : Json.parse(remarks).as(new TypeReference<List<ImportRemark>>() {}));
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        return Json.parse(row.getString("cells")).as(new TypeReference<List<String>>() {});
    }
}
