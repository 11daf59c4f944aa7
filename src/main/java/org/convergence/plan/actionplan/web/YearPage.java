package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The year of a plan, line by line.
 *
 * @param months what is shown, in words
 * @param before where the months before are, {@code null} where the plan begins
 * @param after where the months after are, {@code null} where the plan ends
 * @param undated how many lines have nothing to show
 */
public record YearPage(
        PlanTop top,
        String months,
        @Nullable String before,
        @Nullable String after,
        List<Part> parts,
        List<Sign> legend,
        int undated) {

    /** An objective with its drawing, whose figures can also be read. */
    public record Part(String title, SafeHtml figure) {}

    /** What a colour means. */
    public record Sign(Tone tone, String word) {}
}
