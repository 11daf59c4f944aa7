package org.convergence.resources.delegation.domain;

/**
 * A step of a table, from a headcount up to the next step.
 *
 * @param from the first headcount in it
 */
public record DelegationStep(int from, int delegates, int votes) {

    /** The largest number of delegates or votes of a step. */
    public static final int MOST = 1_000;
}
