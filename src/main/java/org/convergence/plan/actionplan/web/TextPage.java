package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.Level;
import org.jspecify.annotations.Nullable;

/**
 * The whole text of a plan, as a document.
 *
 * @param writes whether this person may change it
 * @param draft whether lines can be moved and taken out at once
 */
public record TextPage(PlanTop top, boolean writes, boolean draft, List<Block> sections, List<Block> objectives) {

    /**
     * A line with those below it.
     *
     * @param title empty where there is none besides the text
     * @param commitment in words, {@code null} unless it is a condition
     * @param target in words
     * @param name how a part or an objective is called in the contents, else empty
     */
    public record Block(
            UUID id,
            Level level,
            String title,
            String text,
            @Nullable String commitment,
            @Nullable String target,
            String name,
            List<Block> below) {

        /** The address of a gesture on it. */
        public String url(String gesture) {
            return LinePlaces.url(level, id, gesture);
        }
    }
}
