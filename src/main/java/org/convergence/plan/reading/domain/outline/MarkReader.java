package org.convergence.plan.reading.domain.outline;

import org.convergence.plan.reading.domain.outline.Mark.Kind;
import org.convergence.plan.reading.domain.text.Characters;
import org.jspecify.annotations.Nullable;

/** Determines the mark of a line from its beginning alone. */
final class MarkReader {

    private MarkReader() {}

    static Mark read(String text) {
        int hashes = 0;
        while (hashes < text.length() && text.charAt(hashes) == '#') {
            hashes++;
        }
        if (hashes > 0 && hashes < text.length() && Characters.isWhite(text.charAt(hashes))) {
            return underHeading(text.substring(0, hashes), text.substring(hashes + 1));
        }
        if (Captions.isLabel(text)) {
            return new Mark(Kind.LABEL, "", null, "", 0, 0, null);
        }
        Mark word = LevelWords.read(text);
        if (word != null) {
            return word;
        }
        Mark attribute = Captions.attribute(text);
        if (attribute != null) {
            return attribute;
        }
        Mark bullet = Bullets.read(text);
        if (bullet != null) {
            Mark whole = numbered(bullet, text);
            return whole.code() == null ? bullet : whole;
        }
        Mark number = Codes.read(text);
        return number == null ? Mark.NONE : numbered(number, text);
    }

    /** Number signs of Markdown before a title give its depth and hide its own number. */
    private static Mark underHeading(String hashes, String rest) {
        Mark own = read(Characters.strip(rest));
        return own.is(Kind.NONE) || own.is(Kind.LABEL)
                ? new Mark(Kind.TITLE, hashes, null, "T:H" + hashes.length(), hashes.length(), 0, null)
                : own.withWritten(hashes + " " + own.written());
    }

    /** A number before a word that names a level, as in "A. Axis 1: …", announces that level. */
    private static Mark numbered(Mark number, String text) {
        String rest = text.substring(number.written().length());
        int white = 0;
        while (white < rest.length() && Character.isWhitespace(rest.charAt(white))) {
            white++;
        }
        @Nullable Mark word = LevelWords.read(rest.substring(white));
        if (word == null) {
            return number;
        }
        String written = text.substring(
                0, number.written().length() + white + word.written().length());
        String code = word.code() == null ? number.code() : word.code();
        return new Mark(Kind.WORD, written, code, word.key(), word.depth(), word.ordinal(), word.rank());
    }
}
