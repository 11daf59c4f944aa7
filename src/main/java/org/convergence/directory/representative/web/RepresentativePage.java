package org.convergence.directory.representative.web;

import java.util.List;
import org.convergence.platform.publicform.Shield;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation opens by its link.
 *
 * @param words those of the reader, not of the staff's pages
 * @param house who asks
 * @param done what came of the last sending; {@code null} for nothing
 * @param problems what is wrong with values, each with its field and sentence; empty for nothing
 */
public record RepresentativePage(
        Words words,
        String house,
        String organisation,
        String action,
        List<Option> languages,
        @Nullable String done,
        @Nullable String refused,
        List<Group> groups,
        List<Part> parts,
        Shield shield,
        List<Problem> problems) {

    /** What is of one kind, under its heading. */
    public record Group(String title, String help, List<Item> items) {}

    /** A person, the headcount, anything else. */
    public record Item(String title, List<Field> fields) {}

    /**
     * A field.
     *
     * @param value as it was typed or proposed, else as it stands
     * @param stands as it stands, where something else is proposed; empty where not
     * @param type of the input; empty for several lines
     * @param day the field of the day beside it; {@code null} where it is of none
     */
    public record Field(
            String name,
            String id,
            String label,
            String type,
            String value,
            String stands,
            @Nullable String problem,
            @Nullable Day day) {

        public Field {
            // A browser shows nothing of a date that is none.
            type = type.equals("date") ? dateOrText(value) : type;
        }
    }

    /** Of what day something is said, as it was typed; empty where none is. */
    public record Day(
            String name, String id, String value, @Nullable String problem) {

        public String type() {
            return dateOrText(value);
        }
    }

    private static String dateOrText(String value) {
        return value.isEmpty() || TextParser.date(value).isPresent() ? "date" : "text";
    }

    /** What is wrong with a value. */
    public record Problem(String id, String label, String sentence) {}

    /** A part that another room keeps. */
    public record Part(String title, List<Line> lines) {}

    /**
     * A line of a part.
     *
     * @param url what it opens; {@code null} where it opens nothing
     */
    public record Line(
            String label, String detail, @Nullable String url) {}
}
