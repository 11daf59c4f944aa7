package org.convergence.safety.risk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.convergence.safety.risk.web.RiskPage.MatrixCell;
import org.convergence.safety.risk.web.RiskPage.RiskRow;

/** Assembles the register as one sheet for the board. */
final class RiskSheetAssembler {

    private RiskSheetAssembler() {}

    static Paper assemble(RiskPage page, String organisation, Words t) {
        return new Paper(
                t.say("risk.menu"),
                page.reviewed(),
                organisation,
                t.say("risk.matrix.text"),
                List.of(
                        Section.of(
                                t.say("risk.matrix"), List.of(Block.text(t.say("risk.matrix.paper")), matrix(page, t))),
                        Section.of(t.say("risk.list"), List.of(risks(page, t)))),
                Paper.Layout.SHEET);
    }

    private static Block matrix(RiskPage page, Words t) {
        List<Column> columns = new ArrayList<>(List.of(Column.words("")));
        page.impacts().forEach(each -> columns.add(Column.words(each)));
        return new Block.Table(
                t.say("risk.matrix"),
                columns,
                page.matrix().stream()
                        .map(row -> Stream.concat(
                                        Stream.of(row.likelihood()),
                                        row.cells().stream().map(each -> cell(each, t)))
                                .map(Cell::of)
                                .toList())
                        .toList());
    }

    private static String cell(MatrixCell cell, Words t) {
        String after = cell.after().isEmpty() ? "" : " · " + cell.after();
        return cell.band() + after + (cell.before().isEmpty() ? "" : " (" + t.say("risk.before", cell.before()) + ")");
    }

    private static Block risks(RiskPage page, Words t) {
        return new Block.Table(
                t.say("risk.list"),
                List.of(
                        Column.words(t.say("risk.number")),
                        Column.words(t.say("risk.field.description")),
                        Column.words(t.say("risk.field.measures")),
                        Column.words(t.say("risk.field.owner")),
                        Column.figures(t.say("risk.score.before")),
                        Column.figures(t.say("risk.score.after")),
                        Column.words(t.say("risk.level"))),
                page.rows().stream().map(each -> row(each)).toList());
    }

    private static List<Cell> row(RiskRow row) {
        return List.of(
                Cell.of(String.valueOf(row.number())),
                Cell.of(row.description() + " · " + row.threat() + " · " + row.exposed()),
                Cell.of(Objects.requireNonNullElse(row.measures(), "–")),
                Cell.of(row.care()),
                Cell.of(String.valueOf(row.before()), row.before()),
                Cell.of(String.valueOf(row.after()), row.after()),
                Cell.of(row.band()));
    }
}
