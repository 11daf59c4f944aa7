package org.convergence.directory.representative.web;

import java.util.List;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of an organisation by its link.
 *
 * @param words in the reader's language, not that of staff pages
 * @param house the name of our organisation
 * @param done the result of the last submission; {@code null} for none
 * @param problems each with its field and message; empty for none
 */
public record RepresentativePage(
        Words words,
        String house,
        String organisation,
        String action,
        List<Option> languages,
        @Nullable String done,
        @Nullable String refused,
        List<CorrectionGroup> groups,
        List<ContributedSection> parts,
        FormShield shield,
        List<CorrectionProblem> problems)
        implements TranslatedPage {

    /** The items of one kind, under a heading. */
    public record CorrectionGroup(String title, String help, List<CorrectionItem> items) {}

    /** An item: a person, the headcount, anything else. */
    public record CorrectionItem(String title, List<CorrectionField> fields) {}

    /**
     * A field.
     *
     * @param value as typed or proposed, otherwise the present value
     * @param stands the present value where another is proposed, otherwise empty
     * @param type of the input; empty for several lines
     * @param day the field of its day; {@code null} for none
     */
    public record CorrectionField(
            String name,
            String id,
            String label,
            String type,
            String value,
            String stands,
            @Nullable String problem,
            @Nullable CorrectionDay day) {

        public CorrectionField {
            // A browser shows nothing for an invalid date.
            type = type.equals("date") ? dateOrText(value) : type;
        }
    }

    /** The day of a value, as typed; empty for none. */
    public record CorrectionDay(
            String name, String id, String value, @Nullable String problem) {

        public String type() {
            return dateOrText(value);
        }
    }

    private static String dateOrText(String value) {
        return value.isEmpty() || TextParser.date(value).isPresent() ? "date" : "text";
    }

    /** The problem of a value. */
    public record CorrectionProblem(String id, String label, String sentence) {}

    /** A section contributed by another module. */
    public record ContributedSection(String title, List<ContributedLine> lines) {}

    /**
     * A line of a section.
     *
     * @param url the file it links to; {@code null} for none
     */
    public record ContributedLine(
            String label, String detail, @Nullable String url) {}
}
