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
        CONTENTS
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
}
