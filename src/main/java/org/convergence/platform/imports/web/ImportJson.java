package org.convergence.platform.imports.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.imports.ImportBoard;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An imported file in the API.
 *
 * @param job the job that enters its rows, or undoes them; {@code null} before
 * @param columns the titles of the file, each with its meaning
 * @param created rows that create a record; expected, until they are entered
 * @param changed rows that add to a known record
 * @param skipped rows with nothing new
 * @param aside rows that cannot be used
 * @param problems the first rows with a remark
 * @param takenBackUntil {@code null} if it cannot be undone
 */
public record ImportJson(
        UUID id,
        String kind,
        ImportFile.State state,
        @Nullable UUID job,
        int rows,
        List<Column> columns,
        int created,
        int changed,
        int skipped,
        int aside,
        List<Problem> problems,
        @Nullable Instant takenBackUntil) {

    private static final int PROBLEMS = 200;

    /**
     * A column.
     *
     * @param holds its meaning, {@code null} if it is ignored
     */
    public record Column(String title, @Nullable String holds) {}

    /**
     * A row with remarks.
     *
     * @param line its number as a spreadsheet shows it
     */
    public record Problem(int line, Outcome outcome, List<String> remarks) {}

    /** The present state of a file. */
    public static ImportJson of(ImportFile file, ImportBoard board, Words t) {
        Map<Outcome, Integer> counts = board.counts(file.id());
        List<Column> columns = new ArrayList<>();
        for (int at = 0; at < file.head().size(); at++) {
            ImportColumn column = file.columns().get(at);
            columns.add(new Column(file.head().get(at), column == null ? null : column.name()));
        }
        return new ImportJson(
                file.id(),
                file.kind().name(),
                file.state(),
                file.run(),
                file.rows(),
                columns,
                counts.getOrDefault(Outcome.CREATED, 0),
                counts.getOrDefault(Outcome.CHANGED, 0),
                counts.getOrDefault(Outcome.SAME, 0),
                counts.getOrDefault(Outcome.ASIDE, 0),
                board.lines(file.id(), null, 0, PROBLEMS).stream()
                        .map(line -> new Problem(
                                line.number(),
                                line.outcome(),
                                line.remarks().stream()
                                        .map(remark -> remark.said(t))
                                        .toList()))
                        .toList(),
                board.takenBackUntil(file));
    }
}
