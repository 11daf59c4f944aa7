package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * A short report to be written whole.
 *
 * @param essential what it says by itself at its head
 * @param conflict what someone else wrote meanwhile
 */
public record WritePage(
        ReportFrame frame,
        Form form,
        String action,
        SafeHtml essential,
        List<Row> rows,
        @Nullable Conflict conflict) {

    /**
     * A section.
     *
     * @param below whether it is a means, below its objective
     * @param facts what is known of it; {@code null} at the head
     * @param text {@code null} where none is asked for
     */
    public record Row(
            String slug,
            String heading,
            boolean below,
            @Nullable SafeHtml facts,
            @Nullable Typed text,
            List<Typed> reasons) {}

    /**
     * Something to type.
     *
     * @param field its name in the form
     * @param earlier what the report before said, {@code null} for nothing
     */
    public record Typed(
            String field,
            String label,
            int most,
            int rows,
            @Nullable String earlier) {}
}
