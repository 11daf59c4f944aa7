package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.LineLevel;
import org.jspecify.annotations.Nullable;

/**
 * The whole text of a plan, as a document.
 *
 * @param writes whether the current user may change it
 * @param draft whether lines can be moved and deleted at once
 */
public record PlanTextPage(
        PlanHead top, boolean writes, boolean draft, List<PlanTextBlock> sections, List<PlanTextBlock> objectives) {

    /**
     * A line with those below it.
     *
     * @param title empty if it has only a text
     * @param commitment in words, {@code null} if it is firm
     * @param target in words
     * @param name the label of a section or an objective in the contents, else empty
     */
    public record PlanTextBlock(
            UUID id,
            LineLevel level,
            String title,
            String text,
            @Nullable String commitment,
            @Nullable String target,
            String name,
            List<PlanTextBlock> below) {

        /** The address of an operation on it. */
        public String url(String gesture) {
            return PlanFormatter.lineUrl(level, id, gesture);
        }
    }
}
