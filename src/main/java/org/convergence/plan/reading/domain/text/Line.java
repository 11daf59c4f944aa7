package org.convergence.plan.reading.domain.text;

import org.jspecify.annotations.Nullable;

/**
 * One line of a file as it is seen, or one paragraph where the format has no lines.
 *
 * @param text its words, without white space around
 * @param marker the number or bullet that the format shows before it without writing it, or empty
 * @param at where it begins
 * @param look what it looks like
 * @param cell its place in a table, if it is in one
 * @param part which part of the file it belongs to
 */
public record Line(
        String text,
        String marker,
        Position at,
        Look look,
        @Nullable Cell cell,
        Part part) {

    /** The parts of a file that hold text. */
    public enum Part {
        BODY,
        /** Header, footer or number of a page. */
        PAGE_FURNITURE,
        FOOTNOTE,
        /** A table of contents, which repeats titles. */
        CONTENTS
    }

    /** The marker and the words, as the reader of the file sees them. */
    public String whole() {
        return marker.isEmpty() ? text : marker + " " + text;
    }

    /** The same line in another part of the file. */
    public Line in(Part other) {
        return new Line(text, marker, at, look, cell, other);
    }

    /** The same line with another look. */
    public Line with(Look other) {
        return new Line(text, marker, at, other, cell, part);
    }

    /** The same line in another cell, or in none. */
    public Line in(@Nullable Cell other) {
        return new Line(text, marker, at, look, other, part);
    }

    /** A piece of this line that begins after the given number of its characters. */
    public Line piece(int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && Characters.isWhite(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && Characters.isWhite(text.charAt(end - 1))) {
            end--;
        }
        Position place = new Position(at.offset() + begin, at.line(), at.page());
        Look own = new Look(
                look.heading(),
                look.list(),
                look.indent(),
                look.width() - (text.length() - to),
                look.size(),
                look.strong(),
                from == 0 && look.gap());
        return new Line(text.substring(begin, end), from == 0 ? marker : "", place, own, cell, part);
    }
}
