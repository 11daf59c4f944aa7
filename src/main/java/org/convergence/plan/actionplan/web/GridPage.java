package org.convergence.plan.actionplan.web;

import java.util.Arrays;
import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a grid: who, when, how much, line by line.
 *
 * @param names of people that may be meant
 * @param note the form that says why targets change, {@code null} where nothing has to be said
 * @param news what became of what was sent, {@code null} where nothing was
 * @param restored whether its lines hold what was typed before the session ended
 */
public record GridPage(
        PlanTop top,
        List<Group> groups,
        List<String> names,
        boolean follows,
        @Nullable Form note,
        @Nullable News news,
        boolean restored) {

    /** A means with its lines. */
    public record Group(String title, String url, List<GridRow> rows) {}

    /**
     * What became of what was sent.
     *
     * @param paste whether something was pasted, rather than saved
     * @param saved lines that were saved
     * @param open lines of which nothing is saved
     * @param pasted cells that were filled from elsewhere
     * @param marked cells that cannot be read
     * @param beyond what did not fit into the grid
     */
    public record News(boolean paste, int saved, int open, int pasted, List<Marked> marked, String beyond) {

        static News saved(int saved, int open, List<Marked> marked) {
            return new News(false, saved, open, 0, marked, "");
        }

        static News pasted(GridPaste.Pasted pasted, List<Marked> marked) {
            return new News(true, 0, pasted.lines(), pasted.cells(), marked, pasted.beyond());
        }
    }

    /**
     * A cell that cannot be read.
     *
     * @param id of its field on the page
     */
    public record Marked(String id, String line, GridColumn column, String value) {

        static List<Marked> of(List<GridRow> rows, Words t) {
            return rows.stream()
                    .flatMap(row -> row.marked().stream()
                            .map(column -> new Marked(
                                    row.form().id(column.field()), row.title(), column, column.shown(row.form(), t))))
                    .toList();
        }
    }

    public List<GridColumn> columns() {
        return Arrays.asList(GridColumn.values());
    }

    /** Where a paste can begin. */
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

    /** The address of the grid, or of something below it. */
    public String url(String below) {
        return top.url("/grid" + below);
    }
}
