package org.convergence.plan.reading.domain.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A written plan as a tree of lines.
 *
 * @param title its title, if it has one
 * @param parts the parts outside the objectives, in order
 * @param objectives the top lines, in order
 * @param repeated titles of objectives repeated among the lines of the plan, which belong nowhere
 * @param captions the headings of table columns
 */
public record Outline(
        @Nullable TextBlock title,
        List<OutlinePart> parts,
        List<OutlineNode> objectives,
        List<TextBlock> repeated,
        List<TextBlock> captions) {

    public Outline {
        parts = List.copyOf(parts);
        objectives = List.copyOf(objectives);
        repeated = List.copyOf(repeated);
        captions = List.copyOf(captions);
    }

    /** The same outline with other objectives. */
    Outline with(List<OutlineNode> others) {
        return new Outline(title, parts, others, repeated, captions);
    }
}
