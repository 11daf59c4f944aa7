package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a line serves in longer-term plans, and those that contribute to it.
 *
 * @param contributed progress of the contributors, {@code null} if there are none
 * @param change where links are changed, {@code null} without the permission
 */
public record LineLinksPart(
        List<LinkedLineRow> served,
        @Nullable String contributed,
        List<LinkedLineRow> contributors,
        @Nullable String change) {

    /**
     * A line at the other end.
     *
     * @param state in words, {@code null} in a draft
     */
    public record LinkedLineRow(
            String title,
            String url,
            String plan,
            Tone tone,
            @Nullable String state) {}
}
