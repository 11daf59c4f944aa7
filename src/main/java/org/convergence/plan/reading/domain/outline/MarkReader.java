package org.convergence.plan.reading.domain.outline;

import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.text.Characters;
import org.jspecify.annotations.Nullable;

/** Determines the mark of a line from its beginning alone. */
final class MarkReader {

    private MarkReader() {}

    static LineMark read(String text) {
        int hashes = 0;
        while (hashes < text.length() && text.charAt(hashes) == '#') {
            hashes++;
        }
        if (hashes > 0 && hashes < text.length() && Characters.isWhite(text.charAt(hashes))) {
            return underHeading(text.substring(0, hashes), text.substring(hashes + 1));
        }
        if (CaptionReader.isLabel(text)) {
            return new LineMark(LineMarkKind.LABEL, "", null, "", 0, 0, null);
        }
        LineMark word = LevelWordReader.read(text);
        if (word != null) {
            return word;
        }
        LineMark attribute = CaptionReader.readAttribute(text);
        if (attribute != null) {
            return attribute;
        }
        LineMark bullet = BulletReader.read(text);
        if (bullet != null) {
            LineMark whole = numbered(bullet, text);
            return whole.code() == null ? bullet : whole;
        }
        LineMark number = CodeReader.read(text);
        return number == null ? LineMark.NONE : numbered(number, text);
    }

    /** Number signs of Markdown before a title give its depth and hide its own number. */
    private static LineMark underHeading(String hashes, String rest) {
        LineMark own = read(Characters.strip(rest));
        return own.hasKind(LineMarkKind.NONE) || own.hasKind(LineMarkKind.LABEL)
                ? new LineMark(LineMarkKind.TITLE, hashes, null, "T:H" + hashes.length(), hashes.length(), 0, null)
                : own.withWritten(hashes + " " + own.written());
    }

    /** A number before a word that names a level, as in "A. Axis 1: …", announces that level. */
    private static LineMark numbered(LineMark number, String text) {
        String rest = text.substring(number.written().length());
        int white = 0;
        while (white < rest.length() && Character.isWhitespace(rest.charAt(white))) {
            white++;
        }
        @Nullable LineMark word = LevelWordReader.read(rest.substring(white));
        if (word == null) {
            return number;
        }
        String written = text.substring(
                0, number.written().length() + white + word.written().length());
        String code = word.code() == null ? number.code() : word.code();
        return new LineMark(LineMarkKind.WORD, written, code, word.key(), word.depth(), word.ordinal(), word.rank());
    }
}
