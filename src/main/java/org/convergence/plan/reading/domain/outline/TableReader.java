package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.reading.domain.outline.Block.Value;
import org.convergence.plan.reading.domain.outline.Mark.Kind;
import org.convergence.plan.reading.domain.outline.Mark.Rank;
import org.convergence.plan.reading.domain.text.Line;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table with a caption row: each cell of a level is a line of the plan, the other cells of its row belong to
 * the deepest of them. An empty cell, or one that repeats the cell above, continues the line above.
 */
final class TableReader {

    /** The key of blocks that are column headings. */
    static final String CAPTION = "caption";

    private static final Mark CAPTION_MARK = new Mark(Kind.LABEL, "", null, CAPTION, 0, 0, null);

    private final LineJoiner joiner;
    private final Table table;
    private final int captions;
    private final Columns columns;
    private final Map<Rank, String> current = new EnumMap<>(Rank.class);
    private final List<Block> blocks = new ArrayList<>();

    TableReader(LineJoiner joiner, Table table, int captions) {
        this.joiner = joiner;
        this.table = table;
        this.captions = captions;
        this.columns = new Columns(table.rows().get(captions));
    }

    List<Block> read() {
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            if (i == captions || row.saysSameAs(table.rows().get(captions))) {
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

    private void caption(List<Line> lines) {
        for (Block block : joiner.join(lines)) {
            blocks.add(new Block(CAPTION_MARK, block.written(), block.first()));
        }
    }

    /** One cell over the whole width. */
    private boolean isBanner(Table.Row row) {
        return row.cells().size() == 1
                && row.cells().firstKey() == 0
                && row.lastColumn() >= columns.last()
                && columns.last() > 0;
    }

    private void banner(List<Line> lines) {
        current.clear();
        List<Block> joined = joiner.join(lines);
        Block first = joined.get(0);
        if (first.mark().is(Kind.WORD)) {
            blocks.addAll(joined);
        } else if (columns.hasTop()) {
            blocks.add(line(first, Rank.TOP));
            blocks.addAll(joined.subList(1, joined.size()));
        } else {
            Mark own = first.mark();
            Mark mark = new Mark(Kind.TITLE, own.written(), own.code(), "T:banner", 0, own.ordinal(), null);
            blocks.add(first.as(mark));
            blocks.addAll(joined.subList(1, joined.size()));
        }
    }

    private void row(Table.Row row) {
        int before = blocks.size();
        String code = null;
        for (int column : row.cells().keySet()) {
            Rank rank = columns.rank(column);
            List<Line> lines = row.cells().getOrDefault(column, List.of());
            if (rank == null && columns.kind(column) == Column.CODE) {
                code = code == null ? row.whole(column) : code + " " + row.whole(column);
            } else if (rank != null && !isSameAsAbove(rank, row.text(column), lines)) {
                code = cell(lines, rank, code) ? null : code;
            }
        }
        if (code != null) {
            blocks.add(new Block(
                    CAPTION_MARK, code, row.cells().firstEntry().getValue().get(0)));
        }
        values(row, before);
    }

    private boolean isSameAsAbove(Rank rank, String text, List<Line> lines) {
        String folded = Words.fold(text);
        if (!columns.isDeepest(rank) && folded.equals(current.get(rank))) {
            caption(lines);
            return true;
        }
        current.put(rank, folded);
        current.keySet().removeIf(deeper -> deeper.compareTo(rank) > 0);
        return false;
    }

    /** Whether the number of the row became that of the first line of the cell, which has none of its own. */
    private boolean cell(List<Line> lines, Rank rank, @Nullable String code) {
        List<Block> joined = joiner.join(lines);
        boolean many = columns.isDeepest(rank);
        boolean bulletsOnly = joined.get(0).mark().is(Kind.BULLET);
        boolean taken = false;
        for (int i = 0; i < joined.size(); i++) {
            Block block = joined.get(i);
            Mark mark = block.mark();
            boolean own =
                    i == 0 || (many && (bulletsOnly || !mark.is(Kind.BULLET)) && startsLine(mark, joined.get(i - 1)));
            if (own) {
                Block line = line(block, rank);
                taken |= i == 0 && code != null && mark.code() == null;
                blocks.add(i == 0 && code != null && taken ? withCode(line, code) : line);
            } else {
                blocks.add(mark.is(Kind.BULLET) ? block : block.as(Mark.NONE.withWritten(mark.written())));
            }
        }
        return taken;
    }

    /** In a cell, a paragraph after an incomplete sentence is a line of its own. */
    private static boolean startsLine(Mark mark, Block before) {
        return !mark.is(Kind.NONE) || !Words.endsSentence(before.text());
    }

    private static Block line(Block block, Rank rank) {
        Mark own = block.mark();
        return block.as(new Mark(Kind.COLUMN, own.written(), own.code(), "C:" + rank, 0, own.ordinal(), rank));
    }

    private static Block withCode(Block block, String code) {
        Mark own = block.mark();
        Mark read = Codes.read(code + " x");
        String bare = read == null || read.code() == null ? code.strip() : read.code();
        String written = (code.strip() + " " + own.written()).strip();
        return block.as(new Mark(own.kind(), written, bare, own.key(), own.depth(), own.ordinal(), own.rank()));
    }

    /** Gives the other cells of the row to its deepest lines: one each if their numbers match, else all to each. */
    private void values(Table.Row row, int before) {
        List<Integer> lines = new ArrayList<>();
        Rank deepest = Rank.TOP;
        for (int i = Math.min(before, blocks.size() - 1); i >= 0 && i < blocks.size(); i++) {
            Rank rank = blocks.get(i).mark().rank();
            if (i >= before && rank != null && rank.compareTo(deepest) >= 0) {
                lines.removeIf(other -> blocks.get(other).mark().rank() != rank);
                lines.add(i);
                deepest = rank;
            }
        }
        for (int i = before - 1; lines.isEmpty() && i >= 0; i--) {
            if (blocks.get(i).mark().is(Kind.COLUMN)) {
                lines.add(i);
            }
        }
        for (int column : row.cells().keySet()) {
            if (columns.rank(column) == null && columns.kind(column) != Column.CODE) {
                give(joiner.join(row.cells().getOrDefault(column, List.of())), column, lines);
            }
        }
    }

    private void give(List<Block> joined, int column, List<Integer> lines) {
        if (lines.isEmpty()) {
            blocks.addAll(joined);
            return;
        }
        boolean each = joined.size() == lines.size();
        List<String> texts = joined.stream().map(Block::written).toList();
        for (int i = 0; i < lines.size(); i++) {
            String text = each ? texts.get(i) : String.join("\n", texts);
            Block block = blocks.get(lines.get(i));
            List<Value> all = new ArrayList<>(block.values());
            all.add(new Value(columns.kind(column), columns.caption(column), text, false));
            blocks.set(lines.get(i), block.with(all));
        }
    }
}
