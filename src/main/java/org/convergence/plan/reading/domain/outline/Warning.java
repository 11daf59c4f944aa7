package org.convergence.plan.reading.domain.outline;

import org.convergence.plan.reading.domain.text.Position;

/**
 * Something that was decided while reading and that a person should look at.
 *
 * @param kind what was decided
 * @param words the words of the file that it is about
 * @param at where they stand
 */
public record Warning(Kind kind, String words, Position at) {

    /** What can be decided while reading. */
    public enum Kind {
        /** A word cut by a line end was joined; the file writes it nowhere else. */
        WORD_JOINED,
        /** A word cut by a line end was joined as the file writes it elsewhere. */
        WORD_JOINED_AS_ELSEWHERE,
        /** A hyphen at a line end was kept, because of a capital, a figure or a known compound. */
        HYPHEN_KEPT,
        /** A sentence was continued over white space or a page although the next line begins with a capital. */
        JOINED_OVER_GAP,
        /** The title of an objective stands twice in different words; these are the ones not taken. */
        TITLE_DIFFERS,
        /** A number is missing in a series of codes; the words are the code after the gap. */
        CODE_SKIPPED,
        /** Two lines of the plan carry the same code. */
        CODE_REPEATED,
        /** An objective without means or actions. */
        OBJECTIVE_EMPTY,
        /** A means without actions. */
        MEANS_EMPTY,
        /** Actions stand directly under an objective; one means without words was put between. */
        MEANS_IMPLIED,
        /** A paragraph under a means without a list was taken as its action. */
        TEXT_TAKEN_AS_ACTION,
        /** The plan has more levels than objective, means, action, sub-action; the deepest were put together. */
        LEVELS_FOLDED,
        /** A table without headings that say what its columns are; its cells were read one after the other. */
        TABLE_NOT_UNDERSTOOD,
        /** The letters were read as Windows-1252, since nothing says what they are. */
        ENCODING_GUESSED
    }
}
