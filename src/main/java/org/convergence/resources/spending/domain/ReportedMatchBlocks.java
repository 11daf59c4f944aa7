package org.convergence.resources.spending.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetMatches.BudgetMatch;
import org.convergence.resources.spending.BudgetMatches.MatchEntry;
import org.convergence.resources.spending.MatchFormatter;
import org.convergence.resources.spending.MatchFormatter.MatchPart;

/** The match in a financial report on paper: what is asked and found, and each confirmed source of the period. */
record ReportedMatchBlocks(Words t) {

    List<Block> assemble(BudgetMatch match, String currency) {
        MatchPart part = new MatchFormatter(match, currency, t).format();
        List<Block> blocks = new ArrayList<>();
        Stream.concat(part.sentences().stream(), part.problems().stream())
                .forEach(sentence -> blocks.add(Block.text(sentence)));
        List<List<Cell>> rows = part.rows().stream()
                .map(row -> Stream.of(row.label(), row.promised(), row.confirmed(), row.used())
                        .map(Cell::of)
                        .toList())
                .toList();
        blocks.add(new Block.Table(
                        t.say("public.spending.match"),
                        Stream.of("nature", "promised", "confirmed", "used")
                                .map(key ->
                                        new Column(t.say("public.spending.match.column." + key), !key.equals("nature")))
                                .toList(),
                        rows.subList(0, rows.size() - 1))
                .withTotal(rows.get(rows.size() - 1)));
        List<MatchEntry> confirmed = match.entries().stream()
                .filter(entry -> entry.confirmedOn() != null)
                .toList();
        if (!confirmed.isEmpty()) {
            blocks.add(new Block.Table(
                    t.say("public.spending.match.sources"),
                    List.of(
                            Column.words(t.say("spending.field.day")),
                            Column.words(t.say("public.spending.match.column.kind")),
                            Column.words(t.say("public.spending.column.what")),
                            Column.words(t.say("public.spending.match.column.basis")),
                            Column.figures(t.say("spending.field.amount"))),
                    confirmed.stream()
                            .map(entry -> List.of(
                                    Cell.of(t.shortDate(entry.day()), entry.day()),
                                    Cell.of(t.say(entry.kind().key())),
                                    Cell.of(MatchFormatter.what(entry)),
                                    Cell.of(entry.basis()),
                                    Cell.of(t.money(entry.amount(), currency), entry.amount())))
                            .toList()));
        }
        return blocks;
    }
}
