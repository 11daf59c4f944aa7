package org.convergence.plan.reading.domain.outline;

import java.util.List;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.convergence.plan.reading.domain.text.ManuscriptLine.FilePosition;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.jspecify.annotations.Nullable;

/**
 * One complete title, item or paragraph.
 *
 * @param mark what announces it
 * @param text its text without the mark
 * @param first the line on which it begins
 * @param values other cells of its table row
 */
public record TextBlock(LineMark mark, String text, ManuscriptLine first, List<BlockValue> values) {

    /**
     * What a column or caption gives for a line, such as responsible or due date.
     *
     * @param column the kind of value
     * @param caption the text above the column or before the value
     * @param text the value
     * @param inLine the caption precedes the value; it is not above a column
     */
    public record BlockValue(PlanTableColumn column, String caption, String text, boolean inLine) {

        /** The caption and the value, as a person would write them on one line. */
        public String fullText() {
            String over = caption.isEmpty() || caption.endsWith(":") ? caption : caption + " :";
            return (over + " " + text).strip();
        }
    }

    public TextBlock {
        values = List.copyOf(values);
    }

    TextBlock(LineMark mark, String text, ManuscriptLine first) {
        this(mark, text, first, List.of());
    }

    TextBlock withMark(LineMark other) {
        return new TextBlock(other, text, first, values);
    }

    TextBlock withValues(List<BlockValue> more) {
        return new TextBlock(mark, text, first, more);
    }

    LineLook look() {
        return first.look();
    }

    @Nullable
    LineCell cell() {
        return first.cell();
    }

    public FilePosition at() {
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
        return originalText().substring(markup().length()).strip();
    }

    /** The mark and the text, then one line for each value of its table row. */
    public String fullText() {
        StringBuilder out = new StringBuilder(originalText());
        values.forEach(value -> out.append(out.isEmpty() ? "" : "\n").append(value.fullText()));
        return out.toString();
    }

    /** The mark and the text as in the file. */
    public String originalText() {
        return mark.written().isEmpty() ? text : text.isEmpty() ? mark.written() : mark.written() + " " + text;
    }
}
