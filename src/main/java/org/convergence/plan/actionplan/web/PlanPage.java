package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A plan by objective: the number of actions in each state, means by means.
 *
 * @param counts of the whole plan, in words
 */
public record PlanPage(PlanHead top, String counts, List<BarSegment> bar, List<ObjectivePart> objectives) {

    /** An objective with its means. */
    public record ObjectivePart(String title, List<MeansRow> means) {}

    /**
     * A means.
     *
     * @param code as written, empty if there is none
     * @param word its signal in words, {@code null} for a draft
     * @param ago when something was last done for it
     * @param contributed what lines of other plans contribute to it
     */
    public record MeansRow(
            String code,
            String title,
            String url,
            String counts,
            List<BarSegment> bar,
            Tone tone,
            @Nullable String word,
            @Nullable String ago,
            @Nullable String contributed) {}
}
