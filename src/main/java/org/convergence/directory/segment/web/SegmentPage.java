package org.convergence.directory.segment.web;

import java.util.List;
import org.convergence.directory.segment.web.SegmentForm.CriterionField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/**
 * A segment with its people.
 *
 * @param count the number of people, formatted
 * @param summary who gets a letter and who does not; {@code null} if the segment is large and nobody asked for it
 * @param everyone the address of the page with all people
 * @param reason why the people shown are excluded; {@code null} if all are shown
 * @param next the address of the next people; {@code null} at the end
 */
public record SegmentPage(
        String url,
        String name,
        List<String> criteria,
        String count,
        @Nullable SummaryPart summary,
        List<Tab> tabs,
        String everyone,
        @Nullable String reason,
        List<PersonRow> people,
        @Nullable String next,
        boolean mayEdit) {

    /**
     * The audience in numbers.
     *
     * @param allowed a sentence
     */
    public record SummaryPart(String allowed, List<ExclusionRow> exclusions) {}

    /** The people excluded for one reason, and the lawful way forward. */
    public record ExclusionRow(String url, String count, String reason, String way) {}

    /**
     * A person.
     *
     * @param detail why a letter may go, or why not
     */
    public record PersonRow(String url, String name, boolean isAllowed, String detail) {}

    /** The segments. */
    public record SegmentListPage(List<SegmentRow> rows, boolean mayEdit) {}

    /** A segment in the list. */
    public record SegmentRow(String url, String name, String criteria) {}

    /**
     * The form of a segment.
     *
     * @param about its name; {@code null} for a new one
     */
    public record SegmentFormPage(
            Form form,
            String action,
            String cancel,
            @Nullable String about,
            List<CriterionField> fields) {}
}
