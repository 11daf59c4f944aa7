package org.convergence.safety.assessment.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.safety.assessment.domain.AssessmentService.AssessmentId;
import org.jspecify.annotations.Nullable;

/**
 * The self-assessment of a year.
 *
 * @param plan the improvement plan; {@code null} while it is answered
 * @param close the form that finishes it; {@code null} without the permission, or once it is finished
 */
public record AssessmentPage(
        String url,
        String title,
        String lead,
        List<HeadingRow> headings,
        boolean mayReopen,
        @Nullable ChecklistPart plan,
        @Nullable Form close,
        ChooserField owner) {

    static final String LIST = "/safety/assessment";

    static String url(AssessmentId id) {
        return LIST + "/" + id.value();
    }

    /** A heading with its mean and that of the year before. */
    public record HeadingRow(String heading, String url, String detail, Tone tone, String score) {}

    /** Years side by side. */
    public record YearsPage(
            List<YearColumn> years,
            List<YearsRow> rows,
            @Nullable String begin) {}

    /** A year at the head of a column. */
    public record YearColumn(String year, String url, String state) {}

    /** A heading with its mean in each year. */
    public record YearsRow(String heading, List<ScoreCell> cells) {}

    /** A mean. */
    public record ScoreCell(Tone tone, String score) {}

    /** The form that begins a year. */
    public record BeginPage(Form form) {}

    /**
     * The form of one heading.
     *
     * @param next the next heading; {@code null} after the last
     */
    public record HeadingFormPage(
            String heading,
            String assessment,
            String title,
            String action,
            @Nullable String next,
            Form form,
            boolean mayAnswer,
            List<Option> scores,
            List<QuestionFields> questions) {}

    /**
     * A question on the form.
     *
     * @param name the beginning of the names of its controls
     * @param before its answer of the year before, in words; {@code null} for none
     */
    public record QuestionFields(
            String name, String text, @Nullable String before) {}
}
