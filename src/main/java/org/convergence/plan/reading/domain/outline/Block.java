package org.convergence.plan.reading.domain.outline;

import java.util.List;
import org.convergence.plan.reading.domain.text.Cell;
import org.convergence.plan.reading.domain.text.Line;
import org.convergence.plan.reading.domain.text.Look;
import org.convergence.plan.reading.domain.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * One complete title, item or paragraph.
 *
 * @param mark what announces it
 * @param text its text without the mark
 * @param first the line on which it begins
 * @param values other cells of its table row
 */
public record Block(Mark mark, String text, Line first, List<Value> values) {

    /**
     * What a column or caption gives for a line, such as responsible or due date.
     *
     * @param column the kind of value
     * @param caption the text above the column or before the value
     * @param text the value
     * @param inLine the caption precedes the value; it is not above a column
     */
    public record Value(Column column, String caption, String text, boolean inLine) {

        /** The caption and the value, as a person would write them on one line. */
        public String whole() {
            String over = caption.isEmpty() || caption.endsWith(":") ? caption : caption + " :";
            return (over + " " + text).strip();
        }
    }

    public Block {
        values = List.copyOf(values);
    }

    Block(Mark mark, String text, Line first) {
        this(mark, text, first, List.of());
    }

    Block as(Mark other) {
        return new Block(other, text, first, values);
    }

    Block with(List<Value> more) {
        return new Block(mark, text, first, more);
    }

    Look look() {
        return first.look();
    }

    @Nullable
    Cell cell() {
        return first.cell();
    }

    public Position at() {
        return first.at();
    }

    /** The leading number signs of Markdown, or empty. */
    public String markup() {
        int end = 0;
        while (end < mark.written().length() && mark.written().charAt(end) == '#') {
            end++;
        }
        return mark.written().substring(0, end);
    }

    /** The mark and the text without number signs of Markdown: the title as a person reads it. */
    public String titleWithoutMarkup() {
        return written().substring(markup().length()).strip();
    }

    /** The mark and the text, then one line for each value of its table row. */
    public String whole() {
        StringBuilder out = new StringBuilder(written());
        values.forEach(value -> out.append(out.isEmpty() ? "" : "\n").append(value.whole()));
        return out.toString();
    }

    /** The mark and the text as in the file. */
    public String written() {
        return mark.written().isEmpty() ? text : text.isEmpty() ? mark.written() : mark.written() + " " + text;
    }
}
