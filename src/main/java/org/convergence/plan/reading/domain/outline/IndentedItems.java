package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;

/**
 * Takes the distance from the margin as the level of a line, in a plan without numbers, bullets or tables: an indented
 * line is an item of the line above it.
 */
final class IndentedItems {

    private static final int APART = 2;
    private static final int FEWEST = 3;

    private IndentedItems() {}

    /**
     * The same blocks, the indented ones marked as items of their level; unchanged where anything else tells the
     * levels.
     */
    static List<TextBlock> asItems(List<TextBlock> blocks) {
        if (blocks.stream().anyMatch(IndentedItems::tellsLevels)) {
            return blocks;
        }
        TreeSet<Integer> insets = new TreeSet<>();
        blocks.stream().filter(IndentedItems::isPlain).forEach(block -> insets.add(inset(block)));
        long below = insets.isEmpty()
                ? 0
                : blocks.stream()
                        .filter(IndentedItems::isPlain)
                        .filter(block -> inset(block) >= insets.first() + APART)
                        .count();
        if (below < FEWEST) {
            return blocks;
        }
        List<TextBlock> out = new ArrayList<>(blocks.size());
        for (TextBlock block : blocks) {
            int depth = isPlain(block) ? depth(insets, inset(block)) : 0;
            out.add(depth == 0 ? block : block.withMark(LineMark.bullet("", "inset" + depth)));
        }
        return out;
    }

    private static boolean tellsLevels(TextBlock block) {
        LineMark mark = block.mark();
        return mark.hasKind(LineMarkKind.NUMBER)
                || mark.hasKind(LineMarkKind.BULLET)
                || mark.hasKind(LineMarkKind.COLUMN)
                || block.look().heading() > 0;
    }

    private static boolean isPlain(TextBlock block) {
        return block.mark().hasKind(LineMarkKind.NONE) && block.cell() == null;
    }

    private static int inset(TextBlock block) {
        return block.look().indent();
    }

    /** The number of clearly smaller indents. */
    private static int depth(NavigableSet<Integer> insets, int own) {
        int depth = 0;
        int last = insets.first();
        for (int inset : insets.headSet(own, true)) {
            depth += inset - last >= APART ? 1 : 0;
            last = inset;
        }
        return depth;
    }
}
