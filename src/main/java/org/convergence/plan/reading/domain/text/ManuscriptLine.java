package org.convergence.plan.reading.domain.text;

import org.jspecify.annotations.Nullable;

/**
 * One visible line of a file, or one paragraph where the format has no lines.
 *
 * @param text its text, without surrounding white space
 * @param marker the number or bullet that the format generates before it, or empty
 * @param at where it begins
 * @param look its look
 * @param cell its table cell, if it is in one
 * @param part the part of the file to which it belongs
 */
public record ManuscriptLine(
        String text,
        String marker,
        FilePosition at,
        LineLook look,
        @Nullable LineCell cell,
        ManuscriptPart part) {

    /** The parts of a file that hold text. */
    public enum ManuscriptPart {
        BODY,
        /** Header, footer or number of a page. */
        PAGE_FURNITURE,
        FOOTNOTE,
        /** A table of contents, which repeats titles. */
        CONTENTS,
        /** A hidden sheet of a workbook, which is not read; the text is its name. */
        HIDDEN
    }

    /** The marker and the text, as a reader sees them. */
    public String fullText() {
        return marker.isEmpty() ? text : marker + " " + text;
    }

    /** The same line in another part of the file. */
    public ManuscriptLine movedTo(ManuscriptPart other) {
        return new ManuscriptLine(text, marker, at, look, cell, other);
    }

    /** The same line with another look. */
    public ManuscriptLine withLook(LineLook other) {
        return new ManuscriptLine(text, marker, at, other, cell, part);
    }

    /** The same line in another cell, or in none. */
    public ManuscriptLine movedTo(@Nullable LineCell other) {
        return new ManuscriptLine(text, marker, at, look, other, part);
    }

    /** The piece of this line between two character indexes. */
    public ManuscriptLine slice(int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && Characters.isWhite(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && Characters.isWhite(text.charAt(end - 1))) {
            end--;
        }
        FilePosition place = new FilePosition(at.offset() + begin, at.line(), at.page());
        LineLook own = new LineLook(
                look.heading(),
                look.list(),
                look.indent(),
                look.width() - (text.length() - to),
                look.size(),
                look.strong(),
                from == 0 && look.gap());
        return new ManuscriptLine(text.substring(begin, end), from == 0 ? marker : "", place, own, cell, part);
    }

    /**
     * The place of a line in a table.
     *
     * @param table number of the table in the file, from 1; 0 for distant parts of one line, which may be a table
     * @param row row number in the table, from 0
     * @param column first column covered, from 0
     * @param span number of columns covered
     */
    public record LineCell(int table, int row, int column, int span) {

        /** Whether both are the same cell. */
        public boolean isSameCell(LineCell other) {
            return table == other.table && row == other.row && column == other.column;
        }

        /** A part of a line that only its distance separates from the others. */
        public boolean isLoose() {
            return table == 0;
        }
    }

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

    /**
     * A place in the text of a file.
     *
     * @param offset number of characters before it in the text as read
     * @param line line number, from 1
     * @param page page number, from 1; always 1 where the format has no pages
     */
    public record FilePosition(int offset, int line, int page) {

        /** The beginning of a file. */
        public static final FilePosition START = new FilePosition(0, 1, 1);
    }
}
