package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a short report is written.
 *
 * @param essential the generated summary
 * @param conflict the changes of another person meanwhile
 */
public record ReportNotePage(
        ReportFrame frame,
        Form form,
        String action,
        SafeHtml essential,
        List<NoteRow> rows,
        @Nullable Conflict conflict) {

    /**
     * A section.
     *
     * @param facts {@code null} at the head
     * @param text {@code null} if none is requested
     */
    public record NoteRow(
            String slug,
            String heading,
            @Nullable SafeHtml facts,
            @Nullable NoteField text,
            List<NoteField> reasons) {}

    /**
     * A text field.
     *
     * @param field its name in the form
     * @param earlier the text of the previous report, {@code null} if there is none
     */
    public record NoteField(
            String field,
            String label,
            int most,
            int rows,
            @Nullable String earlier) {}
}
