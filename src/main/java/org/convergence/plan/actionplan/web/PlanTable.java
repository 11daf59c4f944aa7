package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.domain.Followed;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** A plan's lines as a table for spreadsheets; the columns of the grid stand together, so that they can be pasted back. */
final class PlanTable {

    private PlanTable() {}

    static List<String> head(Words t) {
        List<String> head = new ArrayList<>(Stream.of(
                        "actionplan.field.code",
                        "actionplan.table.objective",
                        "actionplan.table.means",
                        "actionplan.grid.action",
                        "actionplan.field.commitment",
                        "actionplan.field.conditions",
                        "actionplan.area")
                .map(t::say)
                .toList());
        Arrays.stream(GridColumn.values()).map(column -> column.label(t)).forEach(head::add);
        Stream.of("actionplan.table.state", "actionplan.table.done", "actionplan.table.last")
                .map(t::say)
                .forEach(head::add);
        return head;
    }

    static List<List<@Nullable Object>> rows(PlanBoard board, Words t) {
        return board.progress().objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .flatMap(action -> Stream.concat(Stream.of(action), action.subActions().stream()))
                .map(action -> row(board, action, t))
                .toList();
    }

    private static List<@Nullable Object> row(PlanBoard board, OfAction action, Words t) {
        var line = action.line();
        Followed followed = Objects.requireNonNull(board.followed().get(line.id()));
        var facts = followed.facts();
        var cells = GridForms.of(followed, t);
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                line.code(),
                line.objectiveTitle(),
                line.meansTitle(),
                line.text(),
                t.say("actionplan.commitment." + line.commitment().name()),
                String.join(
                        "; ",
                        followed.words().conditions().stream()
                                .map(Condition::words)
                                .toList()),
                line.area() == null
                        ? null
                        : t.say("actionplan.area." + line.area().name())));
        for (GridColumn column : GridColumn.values()) {
            row.add(
                    switch (column) {
                        case FROM -> facts.from();
                        case TO -> facts.to();
                        default -> column.shown(cells, t);
                    });
        }
        row.add(board.header().isDraft() ? null : Saying.state(action.state(), t));
        row.add(action.evidence().done());
        row.add(action.evidence().lastDone());
        return row;
    }
}
