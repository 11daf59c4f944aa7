package org.convergence.plan.reading.domain;

import org.convergence.plan.reading.domain.text.Position;

/**
 * Words of the file that are no part of the plan as read.
 *
 * @param reason why
 * @param words the words
 * @param at where they stand
 */
public record Unplaced(Reason reason, String words, Position at) {

    /** Why words were not placed. */
    public enum Reason {
        /** Header, footer or number of a page. */
        PAGE_FURNITURE,
        FOOTNOTE,
        /** A table of contents. */
        CONTENTS,
        /** The title of an objective that stands again among the lines of the plan. */
        REPEATED_TITLE,
        /** The heading of a column of a table, or a cell that repeats the one above. */
        TABLE_CAPTION,
        /** Number signs of Markdown before the title of a part. */
        MARKUP
    }
}
