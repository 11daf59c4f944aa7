package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/**
 * What was corrected since a report was filed.
 *
 * @param renamed files that were written anew without a name, with the hash that they had
 */
public record DifferencesPage(ReportFrame frame, List<Row> rows, List<String> renamed) {

    /**
     * A difference.
     *
     * @param then what was filed, line by line, where today's differs; empty where there was nothing
     * @param now what is known today
     */
    public record Row(Tone tone, String word, String title, String url, List<String> then, List<String> now) {}
}
