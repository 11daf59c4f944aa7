package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.text.Cell;
import org.convergence.plan.reading.domain.text.Line;

/** Reads the outline of a plan from the lines of its body. */
public final class OutlineReader {

    /** The outline; decisions made on the way are added to the warnings. */
    public Outline read(List<Line> body, List<Warning> warnings) {
        List<Line> lines = LooseTables.resolve(body);
        LineJoiner joiner = new LineJoiner(lines, warnings);
        List<Block> blocks = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = i + 1;
            while (end < lines.size() && tableOf(lines.get(i)) == tableOf(lines.get(end))) {
                end++;
            }
            List<Line> run = lines.subList(i, end);
            Table table = tableOf(lines.get(i)) == 0 ? null : Table.of(run);
            if (table != null && table.captions() < 0) {
                table = table.upright();
            }
            int captions = table == null ? -1 : table.captions();
            if (table != null && captions >= 0) {
                blocks.addAll(new TableReader(joiner, table, captions).read());
            } else {
                if (table != null && table.rows().get(0).lastColumn() > 0) {
                    Line first = run.get(0);
                    warnings.add(new Warning(Warning.Kind.TABLE_NOT_UNDERSTOOD, first.text(), first.at()));
                }
                blocks.addAll(joiner.join(table == null ? run : table.plainly(run)));
            }
            i = end;
        }
        List<Block> titled = new TitleRecogniser(blocks).recognise(Indents.asItems(Insets.tellApart(blocks)));
        return new OutlineBuilder(titled, warnings).build();
    }

    private static int tableOf(Line line) {
        Cell cell = line.cell();
        return cell == null ? 0 : cell.table();
    }
}
