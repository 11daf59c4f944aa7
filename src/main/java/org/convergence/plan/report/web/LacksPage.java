package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/** What a report still lacks. */
public record LacksPage(ReportFrame frame, List<Row> rows) {

    /**
     * Something that is missing.
     *
     * @param url where it is put right
     * @param blocks whether the report cannot be filed with it
     */
    public record Row(String section, String url, Tone tone, String state, String what, boolean blocks) {}
}
