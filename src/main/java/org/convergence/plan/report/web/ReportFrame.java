package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every page of a report: its description, its lacks, its sections.
 *
 * @param lead when it is due, or when it was filed
 * @param lacking the number of lacks, or of later corrections
 * @param tabs the reports by audience
 * @param more the page of these, {@code null} if there are none
 */
public record ReportFrame(
        String title,
        String url,
        ReportLink plan,
        String lead,
        String lacking,
        @Nullable ReportLink more,
        List<Tab> tabs,
        List<FrameSectionRow> rows,
        boolean mayWrite) {

    /** A text with a link. */
    public record ReportLink(String label, String url) {}

    /**
     * A section.
     *
     * @param below whether it is a means, below its objective
     * @param word its state, {@code null} once the report is filed
     * @param writer {@code null} if there is none
     */
    public record FrameSectionRow(
            String title,
            boolean below,
            String url,
            @Nullable Tone tone,
            @Nullable String word,
            @Nullable String writer,
            boolean current) {}
}
