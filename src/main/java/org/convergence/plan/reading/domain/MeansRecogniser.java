package org.convergence.plan.reading.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.reading.domain.outline.LineMark;
import org.convergence.plan.reading.domain.outline.LineMark.LevelRank;
import org.convergence.plan.reading.domain.outline.OutlineNode;

/**
 * Decides whether the lines under an objective are means or already actions, by how all lines with the same mark are
 * used in the plan: means regularly have lines or paragraphs under them.
 */
final class MeansRecogniser {

    /** How the lines with one kind of mark are used. */
    private static final class MarkUsage {
        int all;
        int withLines;
        int withText;
        int deeper;
    }

    private final Map<String, MarkUsage> uses = new HashMap<>();

    MeansRecogniser(List<OutlineNode> objectives) {
        for (OutlineNode objective : objectives) {
            for (OutlineNode line : objective.children()) {
                MarkUsage use = use(line);
                use.all++;
                use.withLines += line.children().isEmpty() ? 0 : 1;
                use.withText += line.paragraphs().isEmpty() ? 0 : 1;
                line.children().forEach(child -> use(child).deeper++);
            }
        }
    }

    private MarkUsage use(OutlineNode node) {
        return uses.computeIfAbsent(node.block().mark().key(), key -> new MarkUsage());
    }

    boolean isMeans(OutlineNode line) {
        LineMark mark = line.block().mark();
        MarkUsage use = use(line);
        if (mark.rank() == LevelRank.ACTION || mark.rank() == LevelRank.SUB_ACTION || use.deeper > use.all) {
            return false;
        }
        if (mark.rank() == LevelRank.MEANS && use.withLines > 0) {
            return true;
        }
        if (mark.isItem()) {
            return use.withLines * 2 >= use.all;
        }
        return use.withLines * 3 >= use.all || use.withText * 2 >= use.all;
    }
}
