package org.convergence.resources.delegation.domain;

/**
 * A line of a table: from so many people on, until the next line begins.
 *
 * @param from the first headcount that falls in it
 */
public record Step(int from, int delegates, int votes) {

    /** The most delegates or votes that a line gives. */
    public static final int MOST = 1_000;
}
