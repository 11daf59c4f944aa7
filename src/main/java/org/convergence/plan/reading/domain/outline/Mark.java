package org.convergence.plan.reading.domain.outline;

import org.jspecify.annotations.Nullable;

/**
 * What announces a line of a plan.
 *
 * @param kind by what it is announced
 * @param written the characters that announce it, as the file has them; empty where only the look does
 * @param code the number or letter without its punctuation, or null
 * @param key lines announced in the same way have the same key
 * @param depth number of parts of a number, level of a heading; else 0
 * @param ordinal place of the last part of a number in its series, from 1; else 0
 * @param rank what the word or the column says of its level, or null
 */
public record Mark(
        Kind kind,
        String written,
        @Nullable String code,
        String key,
        int depth,
        int ordinal,
        @Nullable Rank rank) {

    /** By what a line of a plan can be announced. */
    public enum Kind {
        /** A word for a level: objective, axis, action. */
        WORD,
        /** A number, a Roman number or a letter. */
        NUMBER,
        BULLET,
        /** Its look: style, capitals, bold, size; or a short line over a list. */
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

    /** What words and columns can say of a level. */
    public enum Rank {
        TOP,
        MEANS,
        ACTION,
        SUB_ACTION
    }

    static final Mark NONE = new Mark(Kind.NONE, "", null, "", 0, 0, null);

    static Mark bullet(String written, String glyph) {
        return new Mark(Kind.BULLET, written, null, "B:" + glyph, 0, 0, null);
    }

    static Mark title(String key, int depth) {
        return new Mark(Kind.TITLE, "", null, key, depth, 0, null);
    }

    Mark withKey(String newKey) {
        return new Mark(kind, written, code, newKey, depth, ordinal, rank);
    }

    Mark withWritten(String newWritten) {
        return new Mark(kind, newWritten, code, key, depth, ordinal, rank);
    }

    /** Whether it is of this kind. */
    public boolean is(Kind other) {
        return kind == other;
    }

    /** An item of a list rather than a title: a bullet, or a small letter. */
    public boolean isItem() {
        return kind == Kind.BULLET || (kind == Kind.NUMBER && key.startsWith("n:"));
    }
}
