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
 */
public record GridPage(
        PlanTop top,
        List<Group> groups,
        List<String> names,
        boolean follows,
        @Nullable Form note,
        @Nullable News news) {

    /** A means with its lines. */
    public record Group(String title, String url, List<GridRow> rows) {}

    /**
     * What became of what was sent.
     *
     * @param saved lines that were kept
     * @param open lines that wait for something
     * @param pasted cells that were filled from elsewhere and are not kept yet; 0 where nothing was pasted
     * @param unread cells of those that cannot be read
     * @param beyond what did not fit into the grid
     */
    public record News(int saved, int open, int pasted, int unread, String beyond) {}

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
