package org.convergence.plan.reading.domain.text;

/**
 * The look of a line, as far as its format tells; 0 and false where it does not.
 *
 * @param heading level of the heading style, 1 to 9, or 0
 * @param list level in a list, 1 to 9, or 0
 * @param indent distance from the left margin, in characters
 * @param width where the line ends, counted from the left margin, in characters
 * @param size size of the type, in points
 * @param strong all of it is bold
 * @param gap white space (a blank line, a new page) precedes it
 */
public record LineLook(int heading, int list, int indent, int width, int size, boolean strong, boolean gap) {

    /** A line of plain text. */
    static LineLook plain(int indent, int width, boolean gap) {
        return new LineLook(0, 0, indent, width, 0, false, gap);
    }

    /** The same look without bold type. */
    public LineLook plain() {
        return new LineLook(heading, list, indent, width, size, false, gap);
    }

    LineLook withGap(boolean newGap) {
        return new LineLook(heading, list, indent, width, size, strong, newGap);
    }
}
