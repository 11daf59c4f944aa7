package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What a line serves in plans that look further ahead, and what contributes to it.
 *
 * @param contributed how far what contributes is, {@code null} where nothing does
 * @param change where links are changed, {@code null} for who may not
 */
public record LinksPart(
        List<Row> served,
        @Nullable String contributed,
        List<Row> contributors,
        @Nullable String change) {

    /**
     * A line at the other end.
     *
     * @param state in words, {@code null} in a draft
     */
    public record Row(
            String title,
            String url,
            String plan,
            Tone tone,
            @Nullable String state) {}
}
