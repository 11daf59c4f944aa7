package org.convergence.plan.actionplan.web;

import java.util.Arrays;
import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a grid of follow-up, line by line.
 *
 * @param names suggested names of people
 * @param note the form for the reason of changed targets, {@code null} if none is needed
 * @param news the result of the last request, {@code null} if there was none
 * @param restored whether its lines hold what was typed before the session ended
 */
public record GridPage(
        PlanHead top,
        List<MeansGroup> groups,
        List<String> names,
        boolean follows,
        @Nullable Form note,
        @Nullable GridResult news,
        boolean restored) {

    /** A means with its lines. */
    public record MeansGroup(String title, String url, List<GridRow> rows) {}

    /**
     * The result of a request.
     *
     * @param paste whether cells were pasted, rather than saved
     * @param saved lines that were saved
     * @param open lines of which nothing is saved
     * @param pasted cells that were filled by pasting
     * @param marked unreadable cells
     * @param beyond pasted text that did not fit into the grid
     */
    public record GridResult(
            boolean paste, int saved, int open, int pasted, List<UnreadableCell> marked, String beyond) {

        static GridResult saved(int saved, int open, List<UnreadableCell> marked) {
            return new GridResult(false, saved, open, 0, marked, "");
        }

        static GridResult pasted(GridPaste.PasteResult pasted, List<UnreadableCell> marked) {
            return new GridResult(true, 0, pasted.lines(), pasted.cells(), marked, pasted.beyond());
        }
    }

    /**
     * An unreadable cell.
     *
     * @param id of its field on the page
     */
    public record UnreadableCell(String id, String line, GridColumn column, String value) {

        static List<UnreadableCell> of(List<GridRow> rows, Words t) {
            return rows.stream()
                    .flatMap(row -> row.marked().stream()
                            .map(column -> new UnreadableCell(
                                    row.form().id(column.field()), row.title(), column, column.format(row.form(), t))))
                    .toList();
        }
    }

    public List<GridColumn> columns() {
        return Arrays.asList(GridColumn.values());
    }

    /** The lines at which a paste can begin. */
    public List<Option> lines() {
        return groups.stream()
                .flatMap(group ->
                        group.rows().stream().map(row -> Option.of(row.id(), group.title() + " › " + row.title())))
                .toList();
    }

    public List<Option> columnOptions(Words t) {
        return columns().stream()
                .map(column -> Option.of(column, column.label(t)))
                .toList();
    }

    /** The address of the grid, or of a page below it. */
    public String url(String below) {
        return top.url("/grid" + below);
    }
}
