package org.convergence.plan.reading.domain;

import org.convergence.plan.reading.domain.text.FilePosition;

/**
 * Text of the file that is not part of the plan as read.
 *
 * @param reason why
 * @param words the text
 * @param at where it is in the file
 */
public record UnplacedText(UnplacedReason reason, String words, FilePosition at) {

    /** Why a text was not placed. */
    public enum UnplacedReason {
        /** Header, footer or number of a page. */
        PAGE_FURNITURE,
        FOOTNOTE,
        /** A table of contents. */
        CONTENTS,
        /** The title of an objective repeated among the lines of the plan. */
        REPEATED_TITLE,
        /** The heading of a column of a table, or a cell that repeats the one above. */
        TABLE_CAPTION,
        /** Number signs of Markdown before the title of a part. */
        MARKUP
    }
}
