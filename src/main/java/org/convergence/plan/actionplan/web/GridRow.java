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
 * @param form the values of its cells
 * @param conflict the changes made meanwhile by another editor
 * @param pasted the columns that were just filled by pasting
 * @param state whether it was saved
 * @param rights what the current user may edit
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
        GridRowState state,
        GridRowRights rights) {

    /** Whether a line was saved. */
    public enum GridRowState {
        /** Nothing was sent. */
        KEPT,
        /** All of it was just saved. */
        SAVED,
        /** It was saved without its marked cells, which are as typed. */
        PARTLY,
        /** It was typed, and nothing of it is saved. */
        TYPED
    }

    /**
     * What the current user may edit in a line.
     *
     * @param follows all but the target
     * @param targets the target
     */
    public record GridRowRights(boolean follows, boolean targets) {

        /** Whether a column may be edited. */
        public boolean writes(GridColumn column) {
            return follows && (targets || column != GridColumn.TARGET);
        }
    }

    /** The form field name of a cell. */
    public String name(String field) {
        return field + "." + id;
    }

    /** The address of the action. */
    public String url() {
        return "/plan/actionplan/action/" + id;
    }

    /** The errors of the line as a whole. */
    public List<Form.FieldProblem> refusals() {
        return form.problems().stream()
                .filter(problem -> problem.field() == null)
                .toList();
    }

    /** The columns of unreadable cells. */
    public List<GridColumn> marked() {
        return Arrays.stream(GridColumn.values())
                .filter(column -> form.problem(column.field()) != null)
                .toList();
    }

    /** The label of a field's column. */
    public String label(String field, Words t) {
        for (GridColumn column : GridColumn.values()) {
            if (column.field().equals(field)) {
                return column.label(t);
            }
        }
        return field;
    }

    /** Where the single line is sent. */
    public String action() {
        return "/plan/actionplan/" + plan + "/grid/" + id;
    }
}
