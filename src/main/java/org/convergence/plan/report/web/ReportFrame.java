package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of a report: what it is, what is missing, its sections.
 *
 * @param lead when it is due, or when it was filed
 * @param lacking how much is missing, or was corrected since
 * @param tabs the reports by audience
 * @param more where one sees that, {@code null} where there is nothing to see
 */
public record ReportFrame(
        String title,
        String url,
        Link plan,
        String lead,
        String lacking,
        @Nullable Link more,
        List<Tab> tabs,
        List<Row> rows,
        boolean mayWrite) {

    /** Words that lead somewhere. */
    public record Link(String label, String url) {}

    /**
     * A section.
     *
     * @param below whether it is a means, below its objective
     * @param word its state, {@code null} once the report is filed
     * @param writer who writes it, {@code null} where nobody is named
     */
    public record Row(
            String title,
            boolean below,
            String url,
            @Nullable Tone tone,
            @Nullable String word,
            @Nullable String writer,
            boolean current) {}
}
