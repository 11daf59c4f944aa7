package org.convergence.plan.actionplan.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A line of the grid.
 *
 * @param summary what is planned, in one line, for narrow screens
 * @param part whether it is a sub-action
 * @param form what stands in its cells
 * @param conflict what someone else changed meanwhile
 * @param pasted the columns that were just filled from elsewhere
 * @param state what became of it
 * @param rights what this person may write
 */
public record GridRow(
        UUID plan,
        UUID id,
        String title,
        String summary,
        boolean part,
        Form form,
        @Nullable Conflict conflict,
        Set<GridColumn> pasted,
        State state,
        Rights rights) {

    /** What became of a line. */
    public enum State {
        /** Nothing was sent: it is as it stands. */
        KEPT,
        /** All of it was saved just now. */
        SAVED,
        /** It was saved without the cells that its form marks; these are as they were typed. */
        PARTLY,
        /** It was typed, and nothing of it is saved. */
        TYPED
    }

    /**
     * What one may write in a line.
     *
     * @param follows all but the target
     * @param targets the target
     */
    public record Rights(boolean follows, boolean targets) {

        /** Whether a column may be written. */
        public boolean writes(GridColumn column) {
            return follows && (targets || column != GridColumn.TARGET);
        }
    }

    /** The name under which a cell is sent. */
    public String name(String field) {
        return field + "." + id;
    }

    /** The address of the action, or of something below it. */
    public String url() {
        return "/plan/actionplan/action/" + id;
    }

    /** What is wrong with the line as a whole. */
    public List<Form.Problem> refusals() {
        return form.problems().stream()
                .filter(problem -> problem.field() == null)
                .toList();
    }

    /** The cells that could not be read. */
    public List<GridColumn> marked() {
        return Arrays.stream(GridColumn.values())
                .filter(column -> form.problem(column.field()) != null)
                .toList();
    }

    /** The name of a field's column. */
    public String label(String field, Words t) {
        for (GridColumn column : GridColumn.values()) {
            if (column.field().equals(field)) {
                return column.label(t);
            }
        }
        return field;
    }

    /** Where the line alone is sent. */
    public String action() {
        return "/plan/actionplan/" + plan + "/grid/" + id;
    }
}
