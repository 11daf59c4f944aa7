package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.text.LineLook;

/** Distinguishes numbers of the same form at different distances from the margin: 1. and, indented, 1. again. */
final class NumberIndents {

    private static final int APART = 2;

    private NumberIndents() {}

    static List<TextBlock> distinguish(List<TextBlock> blocks) {
        Map<String, TreeSet<Integer>> insets = new HashMap<>();
        for (TextBlock block : blocks) {
            if (isPlainNumber(block)) {
                insets.computeIfAbsent(block.mark().key(), key -> new TreeSet<>())
                        .add(inset(block.look()));
            }
        }
        List<TextBlock> out = new ArrayList<>(blocks.size());
        for (TextBlock block : blocks) {
            int depth = isPlainNumber(block)
                    ? depth(insets.getOrDefault(block.mark().key(), new TreeSet<>()), block)
                    : 0;
            out.add(
                    depth == 0
                            ? block
                            : block.withMark(block.mark().withKey(block.mark().key() + "@" + depth)));
        }
        return out;
    }

    private static boolean isPlainNumber(TextBlock block) {
        return block.mark().hasKind(LineMarkKind.NUMBER) && block.mark().depth() == 1 && block.cell() == null;
    }

    private static int inset(LineLook look) {
        return look.list() > 0 ? look.list() * 10 : look.indent();
    }

    /** The number of clearly smaller indents among numbers of this form. */
    private static int depth(NavigableSet<Integer> insets, TextBlock block) {
        int depth = 0;
        int last = insets.first();
        for (int inset : insets.headSet(inset(block.look()), true)) {
            depth += inset - last >= APART ? 1 : 0;
            last = inset;
        }
        return depth;
    }
}
