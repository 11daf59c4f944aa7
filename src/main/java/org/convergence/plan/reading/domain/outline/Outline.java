package org.convergence.plan.reading.domain.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A written plan with its lines under one another.
 *
 * @param title its title, if it has one
 * @param parts what stands outside the objectives, in order
 * @param objectives the top lines, in order
 * @param repeated titles of objectives that stand again among the lines of the plan, and belong nowhere
 * @param captions the headings of table columns
 */
public record Outline(
        @Nullable Block title,
        List<PartOfPlan> parts,
        List<Node> objectives,
        List<Block> repeated,
        List<Block> captions) {

    public Outline {
        parts = List.copyOf(parts);
        objectives = List.copyOf(objectives);
        repeated = List.copyOf(repeated);
        captions = List.copyOf(captions);
    }
}
