package org.convergence.plan.preparation.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.platform.shell.YearEndCheck;
import org.jspecify.annotations.Nullable;

/**
 * What is missing before a year can be accounted for.
 *
 * @param silent actions without any realisation, and without a word that says why
 * @param groups what the modules miss, in their order; without empty ones and without the report
 * @param report what is missing of the annual report; {@code null} once it is filed, or for a reader that cannot write it
 */
public record YearEnd(
        PlanYear year,
        List<ActionProgress> silent,
        List<MissingGroup> groups,
        @Nullable MissingGroup report) {

    /**
     * The things that one check misses.
     *
     * @param total number of things; the first of them are listed
     */
    public record MissingGroup(YearEndCheck check, int total, List<MissingItem> things) {}

    /** A thing to settle, on its page. */
    public record MissingItem(LocalDate day, @Nullable String title, String url) {}

    /** The number of things to settle, apart from the report. */
    public int count() {
        return silent.size() + groups.stream().mapToInt(MissingGroup::total).sum();
    }
}
