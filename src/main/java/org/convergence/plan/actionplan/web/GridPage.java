package org.convergence.plan.actionplan.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.web.GridPage.GridColumn;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a grid of follow-up, line by line.
 *
 * @param names suggested names of people
 * @param hidden the columns that the user does not want to see
 * @param note the form for the reason of changed targets, {@code null} if none is needed
 * @param news the result of the last request, {@code null} if there was none
 * @param restored whether its lines hold what was typed before the session ended
 */
public record GridPage(
        PlanHead top,
        List<MeansGroup> groups,
        List<String> names,
        boolean follows,
        Set<GridColumn> hidden,
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

    /** The columns of the grid, in order. */
    public enum GridColumn {
        RESPONSIBLE("responsible", "responsible", "people-names"),
        SUPPORT("support", "support", null),
        FROM("from", "window_from", null),
        TO("to", "window_to", null),
        RHYTHM("rhythm", "rhythm", "rhythms"),
        TARGET("target", "target", null),
        EFFORT("effort", "effort", null),
        STATED("stated", "stated", null),
        REASON("reason", "stated_reason", null);

        private final String field;
        private final String name;
        private final @Nullable String suggestions;

        GridColumn(String field, String name, @Nullable String suggestions) {
            this.field = field;
            this.name = name;
            this.suggestions = suggestions;
        }

        /** The name of its field in the form of a line. */
        public String field() {
            return field;
        }

        /** The list of suggestions on the page, {@code null} for none. */
        public @Nullable String suggestions() {
            return suggestions;
        }

        public String label(Words t) {
            return t.say("actionplan.field." + name);
        }

        /** The value of a cell, in words. */
        public String format(Form form, Words t) {
            String value = form.value(field);
            if (isDay()) {
                return DateReader.read(value).map(t::shortDate).orElse(value);
            }
            return PlanFormatter.formatValue(field, value, t);
        }

        /** The text of its control: a day in words, anything else as it is stored. */
        public String shown(Form form, Words t) {
            return isDay() ? format(form, t) : form.value(field);
        }

        /** Its choices; {@code null} if it is text. */
        public @Nullable List<Option> options(Words t) {
            return isChoice() ? this == EFFORT ? PlanFieldOptions.efforts(t) : PlanFieldOptions.manualStates(t) : null;
        }

        /** The word for an empty choice. */
        public String none(Words t) {
            return this == STATED ? t.say("actionplan.state.computed") : "–";
        }

        /** Whether it holds a day. */
        public boolean isDay() {
            return this == FROM || this == TO;
        }

        /** The column that is validated together with this one; {@code null} if there is none. */
        @Nullable
        GridColumn validatedWith() {
            return switch (this) {
                case FROM -> TO;
                case TO -> FROM;
                case STATED -> REASON;
                case REASON -> STATED;
                default -> null;
            };
        }

        /** Whether it is a choice among a few options. */
        public boolean isChoice() {
            return this == EFFORT || this == STATED;
        }
    }

    /**
     * A line of the grid.
     *
     * @param summary what is planned, in one line, for narrow screens
     * @param part whether it is a sub-action
     * @param standing its computed state, in words
     * @param objective the title of its objective
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
            String standing,
            String objective,
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

        /** The row marked as typed, with the columns filled by pasting. */
        GridRow withPasted(Set<GridColumn> columns) {
            return new GridRow(
                    plan,
                    id,
                    title,
                    summary,
                    part,
                    standing,
                    objective,
                    form,
                    conflict,
                    columns,
                    GridRowState.TYPED,
                    rights);
        }

        /** The id of its title, which names its cells for screen readers together with the head of their column. */
        public String titleId() {
            return "t" + id;
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
}
