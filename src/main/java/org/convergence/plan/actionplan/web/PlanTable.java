package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.web.GridPage.GridColumn;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A plan's lines as a table for spreadsheets; the columns of the grid are adjacent, so that they can be pasted back.
 */
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
        Stream.of(
                        "actionplan.table.state",
                        "actionplan.table.done",
                        "actionplan.table.last",
                        "actionplan.table.line",
                        "actionplan.table.part-of",
                        "actionplan.field.measure",
                        "actionplan.field.number",
                        "actionplan.field.kinds",
                        "actionplan.table.reached",
                        "actionplan.table.per-year",
                        "actionplan.table.rhythm-since",
                        "actionplan.table.stated-on",
                        "actionplan.field.completed_on",
                        "actionplan.table.dropped",
                        "actionplan.field.period_from",
                        "actionplan.field.period_to",
                        "actionplan.table.as-of")
                .map(t::say)
                .forEach(head::add);
        return head;
    }

    static List<List<@Nullable Object>> rows(PlanBoard board, Words t) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        board.progress().objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .forEach(action -> {
                    rows.add(row(board, action, null, t));
                    action.subActions().forEach(part -> rows.add(row(board, part, action, t)));
                });
        return rows;
    }

    private static List<@Nullable Object> row(
            PlanBoard board, ActionProgress action, @Nullable ActionProgress whole, Words t) {
        var line = action.line();
        FollowedAction followed = Objects.requireNonNull(board.followed().get(line.id()));
        var facts = followed.facts();
        var cells = GridRowForm.fill(followed, t);
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
                        default -> column.format(cells, t);
                    });
        }
        row.add(board.header().isDraft() ? null : PlanFormatter.state(action.state(), t));
        row.add(action.evidence().done());
        row.add(action.evidence().lastDone());
        String plan = board.header().facts().title();
        row.add(line.fullName(plan));
        row.add(whole == null ? null : whole.line().fullName(plan));
        target(row, action, t);
        row.add(facts.timesPerYear());
        row.add(followed.rhythmSince());
        row.add(followed.statedOn());
        row.add(facts.completedOn());
        row.add(line.dropped() ? t.say("actionplan.table.dropped.yes") : null);
        row.add(board.header().facts().from());
        row.add(board.header().facts().to());
        row.add(board.progress().asOf());
        return row;
    }

    /** The measure, the wanted number, the kinds as exports of realisations name them, and the number reached. */
    private static void target(List<@Nullable Object> row, ActionProgress action, Words t) {
        ActionTarget target = action.target();
        if (target == null) {
            row.addAll(Arrays.asList(null, null, null, null));
            return;
        }
        row.add(t.say("actionplan.measure." + target.measure().name()));
        row.add(target.number());
        row.add(String.join(
                "; ",
                target.kinds().stream()
                        .map(kind -> t.say("realisation.kind." + kind.toLowerCase(Locale.ROOT)))
                        .toList()));
        row.add(target.measure() == TargetMeasure.DELIVERABLE ? null : target.quantityReached(action.evidence()));
    }
}
