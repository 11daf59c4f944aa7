package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.reading.domain.outline.LineMark.LevelRank;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.outline.PlanTableColumn.PlanTableColumns;
import org.convergence.plan.reading.domain.outline.TextBlock.BlockValue;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table with a caption row: each cell of a level is a line of the plan, the other cells of its row belong to
 * the deepest of them. An empty cell, or one that repeats the cell above, continues the line above.
 */
final class OutlineTableReader {

    /** The key of blocks that are column headings. */
    static final String CAPTION = "caption";

    private static final LineMark CAPTION_MARK = new LineMark(LineMarkKind.LABEL, "", null, CAPTION, 0, 0, null);

    private final LineJoiner joiner;
    private final OutlineTable table;
    private final int captions;
    private final PlanTableColumns columns;
    private final Map<LevelRank, String> current = new EnumMap<>(LevelRank.class);
    private final List<TextBlock> blocks = new ArrayList<>();

    OutlineTableReader(LineJoiner joiner, OutlineTable table, int captions) {
        this.joiner = joiner;
        this.table = table;
        this.captions = captions;
        this.columns = new PlanTableColumns(table.rows().get(captions));
    }

    List<TextBlock> read() {
        for (int i = 0; i < table.rows().size(); i++) {
            OutlineTable.OutlineTableRow row = table.rows().get(i);
            if (i == captions || row.hasSameText(table.rows().get(captions))) {
                row.cells().values().forEach(this::caption);
            } else if (i < captions) {
                row.cells().values().forEach(lines -> blocks.addAll(joiner.join(lines)));
            } else if (isBanner(row)) {
                banner(row.cells().firstEntry().getValue());
            } else {
                row(row);
            }
        }
        return blocks;
    }

    private void caption(List<ManuscriptLine> lines) {
        for (TextBlock block : joiner.join(lines)) {
            blocks.add(new TextBlock(CAPTION_MARK, block.originalText(), block.first()));
        }
    }

    /** One cell over the whole width. */
    private boolean isBanner(OutlineTable.OutlineTableRow row) {
        return row.cells().size() == 1
                && row.cells().firstKey() == 0
                && row.lastColumn() >= columns.lastColumn()
                && columns.lastColumn() > 0;
    }

    private void banner(List<ManuscriptLine> lines) {
        current.clear();
        List<TextBlock> joined = joiner.join(lines);
        TextBlock first = joined.get(0);
        if (first.mark().hasKind(LineMarkKind.WORD)) {
            blocks.addAll(joined);
        } else if (columns.hasTop()) {
            blocks.add(line(first, LevelRank.TOP));
            blocks.addAll(joined.subList(1, joined.size()));
        } else {
            LineMark own = first.mark();
            LineMark mark =
                    new LineMark(LineMarkKind.TITLE, own.written(), own.code(), "T:banner", 0, own.ordinal(), null);
            blocks.add(first.withMark(mark));
            blocks.addAll(joined.subList(1, joined.size()));
        }
    }

    private void row(OutlineTable.OutlineTableRow row) {
        int before = blocks.size();
        String code = null;
        for (int column : row.cells().keySet()) {
            LevelRank rank = columns.rank(column);
            List<ManuscriptLine> lines = row.cells().getOrDefault(column, List.of());
            if (rank == null && columns.kind(column) == PlanTableColumn.CODE) {
                code = code == null ? row.fullText(column) : code + " " + row.fullText(column);
            } else if (rank != null && !isSameAsAbove(rank, row.text(column), lines)) {
                code = cell(lines, rank, code) ? null : code;
            }
        }
        if (code != null) {
            blocks.add(new TextBlock(
                    CAPTION_MARK, code, row.cells().firstEntry().getValue().get(0)));
        }
        values(row, before);
    }

    private boolean isSameAsAbove(LevelRank rank, String text, List<ManuscriptLine> lines) {
        String folded = TextAnalysis.fold(text);
        if (!columns.isDeepest(rank) && folded.equals(current.get(rank))) {
            caption(lines);
            return true;
        }
        current.put(rank, folded);
        current.keySet().removeIf(deeper -> deeper.compareTo(rank) > 0);
        return false;
    }

    /** Whether the number of the row became that of the first line of the cell, which has none of its own. */
    private boolean cell(List<ManuscriptLine> lines, LevelRank rank, @Nullable String code) {
        List<TextBlock> joined = joiner.join(lines);
        boolean many = columns.isDeepest(rank);
        boolean bulletsOnly = joined.get(0).mark().hasKind(LineMarkKind.BULLET);
        boolean taken = false;
        for (int i = 0; i < joined.size(); i++) {
            TextBlock block = joined.get(i);
            LineMark mark = block.mark();
            boolean own = i == 0
                    || (many
                            && (bulletsOnly || !mark.hasKind(LineMarkKind.BULLET))
                            && startsLine(mark, joined.get(i - 1)));
            if (own) {
                TextBlock line = line(block, rank);
                taken |= i == 0 && code != null && mark.code() == null;
                blocks.add(i == 0 && code != null && taken ? withCode(line, code) : line);
            } else {
                blocks.add(
                        mark.hasKind(LineMarkKind.BULLET)
                                ? block
                                : block.withMark(LineMark.NONE.withWritten(mark.written())));
            }
        }
        return taken;
    }

    /** In a cell, a paragraph after an incomplete sentence is a line of its own. */
    private static boolean startsLine(LineMark mark, TextBlock before) {
        return !mark.hasKind(LineMarkKind.NONE) || !TextAnalysis.endsSentence(before.text());
    }

    private static TextBlock line(TextBlock block, LevelRank rank) {
        LineMark own = block.mark();
        return block.withMark(
                new LineMark(LineMarkKind.COLUMN, own.written(), own.code(), "C:" + rank, 0, own.ordinal(), rank));
    }

    private static TextBlock withCode(TextBlock block, String code) {
        LineMark own = block.mark();
        LineMark read = CodeReader.read(code + " x");
        String bare = read == null || read.code() == null ? code.strip() : read.code();
        String written = (code.strip() + " " + own.written()).strip();
        return block.withMark(
                new LineMark(own.kind(), written, bare, own.key(), own.depth(), own.ordinal(), own.rank()));
    }

    /** Gives the other cells of the row to its deepest lines: one each if their numbers match, else all to each. */
    private void values(OutlineTable.OutlineTableRow row, int before) {
        List<Integer> lines = new ArrayList<>();
        LevelRank deepest = LevelRank.TOP;
        for (int i = Math.min(before, blocks.size() - 1); i >= 0 && i < blocks.size(); i++) {
            LevelRank rank = blocks.get(i).mark().rank();
            if (i >= before && rank != null && rank.compareTo(deepest) >= 0) {
                lines.removeIf(other -> blocks.get(other).mark().rank() != rank);
                lines.add(i);
                deepest = rank;
            }
        }
        for (int i = before - 1; lines.isEmpty() && i >= 0; i--) {
            if (blocks.get(i).mark().hasKind(LineMarkKind.COLUMN)) {
                lines.add(i);
            }
        }
        for (int column : row.cells().keySet()) {
            if (columns.rank(column) == null && columns.kind(column) != PlanTableColumn.CODE) {
                give(joiner.join(row.cells().getOrDefault(column, List.of())), column, lines);
            }
        }
    }

    private void give(List<TextBlock> joined, int column, List<Integer> lines) {
        if (lines.isEmpty()) {
            blocks.addAll(joined);
            return;
        }
        boolean each = joined.size() == lines.size();
        List<String> texts = joined.stream().map(TextBlock::originalText).toList();
        for (int i = 0; i < lines.size(); i++) {
            String text = each ? texts.get(i) : String.join("\n", texts);
            TextBlock block = blocks.get(lines.get(i));
            List<BlockValue> all = new ArrayList<>(block.values());
            all.add(new BlockValue(columns.kind(column), columns.caption(column), text, false));
            blocks.set(lines.get(i), block.withValues(all));
        }
    }
}
