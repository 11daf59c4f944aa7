package org.convergence.plan.reading.domain.outline;

import org.convergence.plan.reading.domain.text.ManuscriptLine.FilePosition;

/**
 * A decision of the reader that a person should check.
 *
 * @param kind what was decided
 * @param words the text of the file that it is about
 * @param at where that text is
 */
public record ReadingWarning(ReadingWarningKind kind, String words, FilePosition at) {

    /** The decisions made while reading. */
    public enum ReadingWarningKind {
        /** A word cut by a line end was joined; the file writes it nowhere else. */
        WORD_JOINED,
        /** A word cut by a line end was joined as the file writes it elsewhere. */
        WORD_JOINED_AS_ELSEWHERE,
        /** A hyphen at a line end was kept, because of a capital, a figure or a known compound. */
        HYPHEN_KEPT,
        /** A sentence was continued over white space or a page although the next line begins with a capital. */
        JOINED_OVER_GAP,
        /** The title of an objective appears twice in different words; these are the ones not taken. */
        TITLE_DIFFERS,
        /** A number is missing in a series of codes; the text is the code after the gap. */
        CODE_SKIPPED,
        /** Two lines of the plan have the same code. */
        CODE_REPEATED,
        /** An objective without means or actions. */
        OBJECTIVE_EMPTY,
        /** A means without actions. */
        MEANS_EMPTY,
        /** Actions are directly under an objective; an implied means was inserted. */
        MEANS_IMPLIED,
        /** A paragraph under a means without a list was taken as its action. */
        TEXT_TAKEN_AS_ACTION,
        /** The plan has more levels than objective, means, action, sub-action; the deepest were merged. */
        LEVELS_FOLDED,
        /** A table without a caption row; its cells were read one after the other. */
        TABLE_NOT_UNDERSTOOD,
        /** A hidden sheet of a workbook was not read; the text is its name. */
        SHEET_HIDDEN,
        /** The text was read as Windows-1252, since nothing tells its encoding. */
        ENCODING_GUESSED
    }
}
