package org.convergence.plan.reading.domain.text;

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
