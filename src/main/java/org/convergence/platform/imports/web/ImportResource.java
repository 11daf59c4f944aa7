package org.convergence.platform.imports.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportQueries;
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
@Schema(name = "ImportJson")
public record ImportResource(
        UUID id,
        String kind,
        ImportFile.ImportState state,
        @Nullable UUID job,
        int rows,
        List<ImportColumnResource> columns,
        int created,
        int changed,
        int skipped,
        int aside,
        List<ImportRowProblem> problems,
        @Nullable Instant takenBackUntil) {

    private static final int PROBLEMS = 200;

    /**
     * A column.
     *
     * @param holds its meaning, {@code null} if it is ignored
     */
    @Schema(name = "Column")
    public record ImportColumnResource(
            String title, @Nullable String holds) {}

    /**
     * A row with remarks.
     *
     * @param line its number as a spreadsheet shows it
     */
    public record ImportRowProblem(int line, ImportOutcome outcome, List<String> remarks) {}

    /** The present state of a file. */
    public static ImportResource of(ImportFile file, ImportQueries board, Words t) {
        Map<ImportOutcome, Integer> counts = board.countByOutcome(file.id());
        List<ImportColumnResource> columns = new ArrayList<>();
        for (int at = 0; at < file.head().size(); at++) {
            ImportColumn column = file.columns().get(at);
            columns.add(new ImportColumnResource(file.head().get(at), column == null ? null : column.name()));
        }
        return new ImportResource(
                file.id(),
                file.kind().name(),
                file.state(),
                file.run(),
                file.rows(),
                columns,
                counts.getOrDefault(ImportOutcome.CREATED, 0),
                counts.getOrDefault(ImportOutcome.CHANGED, 0),
                counts.getOrDefault(ImportOutcome.SAME, 0),
                counts.getOrDefault(ImportOutcome.ASIDE, 0),
                board.lines(file.id(), null, 0, PROBLEMS).stream()
                        .map(line -> new ImportRowProblem(
                                line.number(),
                                line.outcome(),
                                line.remarks().stream()
                                        .map(remark -> remark.text(t))
                                        .toList()))
                        .toList(),
                board.takenBackUntil(file));
    }
}
