package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/**
 * The corrections since a report was filed.
 *
 * @param renamed files rewritten without a name, with their original hash
 */
public record DifferencesPage(ReportFrame frame, List<DifferenceRow> rows, List<String> renamed) {

    /**
     * A difference.
     *
     * @param then the filed data, line by line, where today's differs; empty if it was absent
     * @param now the current data
     */
    public record DifferenceRow(
            Tone tone, String word, String title, String url, List<String> then, List<String> now) {}
}
