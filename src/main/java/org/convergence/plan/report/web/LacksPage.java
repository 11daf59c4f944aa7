package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/** What a report still lacks. */
public record LacksPage(ReportFrame frame, List<LackRow> rows) {

    /**
     * A lack.
     *
     * @param url where it is corrected
     * @param blocks whether it prevents the filing
     */
    public record LackRow(String section, String url, Tone tone, String state, String what, boolean blocks) {}
}
