package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The list of reports.
 *
 * @param plan the one plan whose reports they are, {@code null} for all
 * @param begin where a new one is begun, {@code null} for who may not
 */
public record ReportsPage(
        @Nullable Plan plan, List<Row> reports, @Nullable String begin) {

    /** A plan. */
    public record Plan(String title, String url) {}

    /** A report. */
    public record Row(String title, String url, String period, String plan, Tone tone, String status) {}
}
