package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.text.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine;

/** Reads the outline of a plan from the lines of its body. */
public final class OutlineReader {

    /** The outline; decisions made on the way are added to the warnings. */
    public Outline read(List<ManuscriptLine> body, List<ReadingWarning> warnings) {
        List<ManuscriptLine> lines = LooseTableReader.resolve(body);
        LineJoiner joiner = new LineJoiner(lines, warnings);
        List<TextBlock> blocks = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = i + 1;
            while (end < lines.size() && tableOf(lines.get(i)) == tableOf(lines.get(end))) {
                end++;
            }
            List<ManuscriptLine> run = lines.subList(i, end);
            OutlineTable table = tableOf(lines.get(i)) == 0 ? null : OutlineTable.of(run);
            if (table != null && table.captionRow() < 0) {
                table = table.transposed();
            }
            int captions = table == null ? -1 : table.captionRow();
            if (table != null && captions >= 0) {
                blocks.addAll(new OutlineTableReader(joiner, table, captions).read());
            } else {
                if (table != null && table.rows().get(0).lastColumn() > 0) {
                    ManuscriptLine first = run.get(0);
                    warnings.add(new ReadingWarning(
                            ReadingWarning.ReadingWarningKind.TABLE_NOT_UNDERSTOOD, first.text(), first.at()));
                }
                blocks.addAll(joiner.join(table == null ? run : table.withoutBold(run)));
            }
            i = end;
        }
        List<TextBlock> titled =
                new TitleRecogniser(blocks).recognise(IndentedItems.asItems(NumberIndents.distinguish(blocks)));
        return new OutlineBuilder(titled, warnings).build();
    }

    private static int tableOf(ManuscriptLine line) {
        LineCell cell = line.cell();
        return cell == null ? 0 : cell.table();
    }
}
