package org.convergence.plan.reading.domain.outline;

import org.jspecify.annotations.Nullable;

/**
 * The mark that introduces a line of a plan: a word, a number, a bullet, or only its look.
 *
 * @param kind the kind of mark
 * @param written the characters of the mark, as in the file; empty where only the look announces the line
 * @param code the number or letter without its punctuation, or null
 * @param key equal for lines announced in the same way
 * @param depth number of parts of a number, level of a heading; else 0
 * @param ordinal place of the last part of a number in its series, from 1; else 0
 * @param rank the level named by the word or the column, or null
 */
public record LineMark(
        LineMarkKind kind,
        String written,
        @Nullable String code,
        String key,
        int depth,
        int ordinal,
        @Nullable LevelRank rank) {

    /** The kinds of mark. */
    public enum LineMarkKind {
        /** A word for a level: objective, axis, action. */
        WORD,
        /** A number, a Roman number or a letter. */
        NUMBER,
        BULLET,
        /** Its look: style, capitals, bold, size; or a short line above a list. */
        TITLE,
        /** A column of a table. */
        COLUMN,
        /** A caption such as "Means and actions", which opens no line. */
        LABEL,
        /** A caption with a value: responsible, due date, target. */
        ATTRIBUTE,
        /** Nothing: a paragraph. */
        NONE
    }

    /** The levels that words and columns can name. */
    public enum LevelRank {
        TOP,
        MEANS,
        ACTION,
        SUB_ACTION
    }

    static final LineMark NONE = new LineMark(LineMarkKind.NONE, "", null, "", 0, 0, null);

    static LineMark bullet(String written, String glyph) {
        return new LineMark(LineMarkKind.BULLET, written, null, "B:" + glyph, 0, 0, null);
    }

    static LineMark title(String key, int depth) {
        return new LineMark(LineMarkKind.TITLE, "", null, key, depth, 0, null);
    }

    LineMark withKey(String newKey) {
        return new LineMark(kind, written, code, newKey, depth, ordinal, rank);
    }

    LineMark withWritten(String newWritten) {
        return new LineMark(kind, newWritten, code, key, depth, ordinal, rank);
    }

    public boolean hasKind(LineMarkKind other) {
        return kind == other;
    }

    /** An item of a list rather than a title: a bullet, or a small letter. */
    public boolean isItem() {
        return kind == LineMarkKind.BULLET || (kind == LineMarkKind.NUMBER && key.startsWith("n:"));
    }
}
