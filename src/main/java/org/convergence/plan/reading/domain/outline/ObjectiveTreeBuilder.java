package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.outline.LineMark.LevelRank;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.jspecify.annotations.Nullable;

/** Builds the lines under one objective: finds the parent of each block. */
final class ObjectiveTreeBuilder {

    private final OutlineNode root;
    private final List<OutlineNode> open = new ArrayList<>();

    ObjectiveTreeBuilder(OutlineNode root) {
        this.root = root;
        open.add(root);
    }

    /**
     * Adds the next block.
     *
     * @param overList the block after it begins a list, so that this one is a title
     */
    void add(TextBlock block, boolean overList) {
        LineMark mark = block.mark();
        switch (mark.kind()) {
            case LABEL -> {
                popItems();
                top().addLabel(block);
            }
            case ATTRIBUTE -> {
                PlanTableColumn column = PlanTableColumn.valueOf(mark.key().substring(2));
                if (isOfWholeList(block)) {
                    popItems();
                }
                top().addValue(new TextBlock.BlockValue(column, mark.written(), block.text(), true));
            }
            case NONE -> paragraph(block);
            case TITLE -> {
                boolean plain = mark.key().equals("T:plain");
                boolean fits =
                        container() == root || container().block().mark().key().equals(mark.key());
                if (mark.depth() > 0 || (plain ? fits : overList)) {
                    place(block);
                } else {
                    paragraph(block);
                }
            }
            default -> place(block);
        }
    }

    /** A value after several bare items, not indented under the last one, belongs to all of them. */
    private boolean isOfWholeList(TextBlock block) {
        OutlineNode item = top();
        return item.block().mark().isItem()
                && block.look().indent() < item.block().look().indent() + 2
                && open.get(open.size() - 2).endsWithBareLines();
    }

    private OutlineNode top() {
        return open.get(open.size() - 1);
    }

    private OutlineNode container() {
        int i = open.size() - 1;
        while (i > 0 && open.get(i).block().mark().isItem()) {
            i--;
        }
        return open.get(i);
    }

    private void popItems() {
        while (open.size() > 1 && top().block().mark().isItem()) {
            open.remove(open.size() - 1);
        }
    }

    /** A paragraph indented under an item belongs to it; any other to the title above the list or the table. */
    private void paragraph(TextBlock block) {
        boolean inset = top().block().mark().isItem()
                && block.look().indent() >= top().block().look().indent() + 2;
        if (!inset) {
            popItems();
        }
        while (block.cell() == null && open.size() > 1 && top().block().cell() != null) {
            open.remove(open.size() - 1);
        }
        top().addParagraph(block);
    }

    private void place(TextBlock block) {
        int known = lastWithKey(block.mark().key());
        while (open.size() > 1) {
            int depth = BlockDepth.compare(block, top().block());
            boolean up = depth <= 0 || (depth == BlockDepth.UNKNOWN && known >= 0 && known < open.size());
            if (!up) {
                break;
            }
            open.remove(open.size() - 1);
            if (depth == 0) {
                break;
            }
        }
        OutlineNode node = new OutlineNode(block);
        top().add(node);
        open.add(node);
    }

    private int lastWithKey(String key) {
        for (int i = open.size() - 1; i > 0; i--) {
            if (open.get(i).block().mark().key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Compares the depth of two lines of a plan by their marks and positions. */
    static final class BlockDepth {

        /** Neither mark nor position tells. */
        static final int UNKNOWN = 99;

        private static final int INSET = 2;

        private BlockDepth() {}

        /** Negative if the line is above the other one, 0 if beside it, 1 if under it, else {@link #UNKNOWN}. */
        static int compare(TextBlock line, TextBlock other) {
            LineMark mark = line.mark();
            LineMark over = other.mark();
            if (line.look().heading() > 0 && other.look().heading() > 0) {
                return sign(line.look().heading() - other.look().heading());
            }
            if (mark.hasKind(LineMarkKind.BULLET) && !over.hasKind(LineMarkKind.BULLET)) {
                return over.isItem() ? items(line, other) : 1;
            }
            if (isTitle(mark) && over.isItem()) {
                return -1;
            }
            int byRank = ranks(mark.rank(), over.rank());
            if (byRank != 0 && mark.hasKind(over.kind())) {
                return byRank;
            }
            if (mark.hasKind(LineMarkKind.NUMBER)
                    && over.hasKind(LineMarkKind.NUMBER)
                    && (mark.depth() > 1 || over.depth() > 1)) {
                return numbers(mark, over);
            }
            if (mark.isItem() && over.isItem()) {
                return items(line, other);
            }
            if (mark.key().equals(over.key())) {
                return mark.hasKind(LineMarkKind.NUMBER) ? places(line, other, 0) : 0;
            }
            if (mark.key().startsWith("T:S") && over.key().startsWith("T:S")) {
                return sign(over.key().compareTo(mark.key()));
            }
            return UNKNOWN;
        }

        private static int numbers(LineMark mark, LineMark over) {
            boolean same = mark.key().equals(over.key()) || (mark.depth() > 1 && over.depth() > 1);
            return same || (!mark.isItem() && !over.isItem()) ? sign(mark.depth() - over.depth()) : UNKNOWN;
        }

        private static int items(TextBlock line, TextBlock other) {
            boolean sameKey = line.mark().key().equals(other.mark().key());
            int list = line.look().list() > 0 && other.look().list() > 0
                    ? sign(line.look().list() - other.look().list())
                    : 0;
            if (list != 0) {
                return list;
            }
            if (sameKey) {
                return places(line, other, 0);
            }
            int place = places(line, other, UNKNOWN);
            return place < 0 ? place : UNKNOWN;
        }

        private static int places(TextBlock line, TextBlock other, int near) {
            int inset = line.look().indent() - other.look().indent();
            if (line.look().list() > 0 && other.look().list() > 0) {
                return sign(line.look().list() - other.look().list());
            }
            return Math.abs(inset) < INSET ? near : sign(inset);
        }

        /** A title, a word or a column, or a number of several parts: never an item under an item. */
        private static boolean isTitle(LineMark mark) {
            return mark.hasKind(LineMarkKind.WORD)
                    || mark.hasKind(LineMarkKind.TITLE)
                    || mark.hasKind(LineMarkKind.COLUMN)
                    || (mark.hasKind(LineMarkKind.NUMBER) && mark.depth() > 1);
        }

        private static int ranks(@Nullable LevelRank mine, @Nullable LevelRank others) {
            return mine == null || others == null ? 0 : sign(mine.compareTo(others));
        }

        private static int sign(int number) {
            return Integer.compare(number, 0);
        }
    }
}
