package org.convergence.plan.time.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.time.domain.Capacity;
import org.convergence.plan.time.web.EmptyWeekAssembler.EmptyWeeksPart;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Capacity on one page for the board: totals, by commitment and by month; without names. */
final class CapacityPaperAssembler {

    private static final int WAITS = 4;

    private CapacityPaperAssembler() {}

    static Paper assemble(Capacity capacity, String organisation, @Nullable EmptyWeeksPart empty, Words t) {
        var words = new CapacityFormatter(capacity, t);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                t.say("time.capacity.months"),
                List.of(Block.text(words.sentence()), new Block.Chart(words.drawing()), months(capacity, words, t))));
        if (empty != null) {
            sections.add(Section.of(
                    t.say("time.capacity.empty"),
                    List.of(new Block.Chart(empty.chart()), Block.text(t.list(empty.weeks())))));
        }
        if (!capacity.waits().isEmpty()) {
            sections.add(Section.of(
                    t.say("time.capacity.waits"), List.of(Block.text(words.waits()), waits(capacity, words, t))));
        }
        sections.add(Section.of(
                t.say("time.capacity.notes"),
                words.notes().stream().map(Block::text).toList()));
        return new Paper(
                t.say("time.capacity"),
                t.date(capacity.today()),
                organisation,
                t.say("time.capacity.description"),
                sections,
                Paper.Layout.SHEET);
    }

    private static Block months(Capacity capacity, CapacityFormatter words, Words t) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.words(t.say("time.capacity.month")));
        columns.add(Block.Column.figures(t.say("time.capacity.available")));
        words.commitments().forEach(each -> columns.add(Block.Column.figures(each)));
        columns.add(Block.Column.figures(t.say("time.capacity.asked")));
        columns.add(Block.Column.figures(t.say("time.capacity.left")));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Capacity.CapacityMonth each : capacity.months()) {
            CapacityPage.CapacityMonthRow month = words.month(each);
            List<Block.Cell> row = new ArrayList<>();
            row.add(Block.Cell.of(month.name()));
            row.add(Block.Cell.of(month.available()));
            month.promised().forEach(hours -> row.add(Block.Cell.of(hours)));
            row.add(Block.Cell.of(month.asked()));
            row.add(Block.Cell.of(month.left()));
            rows.add(row);
        }
        return new Block.Table(t.say("time.capacity.months"), columns, rows);
    }

    private static Block waits(Capacity capacity, CapacityFormatter words, Words t) {
        return new Block.Table(
                t.say("time.capacity.waits"),
                List.of(
                        Block.Column.words(t.say("time.capacity.action")),
                        Block.Column.words(t.say("time.capacity.commitment")),
                        Block.Column.figures(t.say("time.capacity.frees"))),
                capacity.waits().stream()
                        .limit(WAITS)
                        .map(wait -> List.of(
                                Block.Cell.of(wait.line().label()),
                                Block.Cell.of(words.commitment(wait.line().commitment())),
                                Block.Cell.of(words.hours(wait.total()))))
                        .toList());
    }
}
