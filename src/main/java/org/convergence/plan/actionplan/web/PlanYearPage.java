package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The year of a plan, line by line.
 *
 * @param months the months shown, in words
 * @param before address of the months before, {@code null} at the plan's beginning
 * @param after address of the months after, {@code null} at the plan's end
 * @param undated number of lines with nothing to show
 */
public record PlanYearPage(
        PlanHead top,
        String months,
        @Nullable String before,
        @Nullable String after,
        List<YearObjective> parts,
        List<LegendEntry> legend,
        int undated) {

    /** An objective with its chart, whose figures can also be read. */
    public record YearObjective(String title, SafeHtml figure) {}

    /** The meaning of a colour. */
    public record LegendEntry(Tone tone, String word) {}
}
