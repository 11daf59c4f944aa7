package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.convergence.plan.reading.domain.outline.Mark.Kind;

/**
 * Takes the distance from the margin as the level of a line, in a plan without numbers, bullets or tables: an indented
 * line is an item of the line above it.
 */
final class Indents {

    private static final int APART = 2;
    private static final int FEWEST = 3;

    private Indents() {}

    /**
     * The same blocks, the indented ones marked as items of their level; unchanged where anything else tells the
     * levels.
     */
    static List<Block> asItems(List<Block> blocks) {
        if (blocks.stream().anyMatch(Indents::tellsLevels)) {
            return blocks;
        }
        TreeSet<Integer> insets = new TreeSet<>();
        blocks.stream().filter(Indents::isPlain).forEach(block -> insets.add(inset(block)));
        long below = insets.isEmpty()
                ? 0
                : blocks.stream()
                        .filter(Indents::isPlain)
                        .filter(block -> inset(block) >= insets.first() + APART)
                        .count();
        if (below < FEWEST) {
            return blocks;
        }
        List<Block> out = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            int depth = isPlain(block) ? depth(insets, inset(block)) : 0;
            out.add(depth == 0 ? block : block.as(Mark.bullet("", "inset" + depth)));
        }
        return out;
    }

    private static boolean tellsLevels(Block block) {
        Mark mark = block.mark();
        return mark.is(Kind.NUMBER)
                || mark.is(Kind.BULLET)
                || mark.is(Kind.COLUMN)
                || block.look().heading() > 0;
    }

    private static boolean isPlain(Block block) {
        return block.mark().is(Kind.NONE) && block.cell() == null;
    }

    private static int inset(Block block) {
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
