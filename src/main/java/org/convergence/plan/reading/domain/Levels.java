package org.convergence.plan.reading.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.reading.domain.outline.Mark;
import org.convergence.plan.reading.domain.outline.Mark.Rank;
import org.convergence.plan.reading.domain.outline.Node;

/**
 * Decides whether the lines under an objective are means or already actions, by how all lines with the same mark are
 * used in the plan: means regularly have lines or paragraphs under them.
 */
final class Levels {

    /** How the lines with one kind of mark are used. */
    private static final class Use {
        int all;
        int withLines;
        int withText;
        int deeper;
    }

    private final Map<String, Use> uses = new HashMap<>();

    Levels(List<Node> objectives) {
        for (Node objective : objectives) {
            for (Node line : objective.children()) {
                Use use = use(line);
                use.all++;
                use.withLines += line.children().isEmpty() ? 0 : 1;
                use.withText += line.paragraphs().isEmpty() ? 0 : 1;
                line.children().forEach(child -> use(child).deeper++);
            }
        }
    }

    private Use use(Node node) {
        return uses.computeIfAbsent(node.block().mark().key(), key -> new Use());
    }

    boolean isMeans(Node line) {
        Mark mark = line.block().mark();
        Use use = use(line);
        if (mark.rank() == Rank.ACTION || mark.rank() == Rank.SUB_ACTION || use.deeper > use.all) {
            return false;
        }
        if (mark.rank() == Rank.MEANS && use.withLines > 0) {
            return true;
        }
        if (mark.isItem()) {
            return use.withLines * 2 >= use.all;
        }
        return use.withLines * 3 >= use.all || use.withText * 2 >= use.all;
    }
}
