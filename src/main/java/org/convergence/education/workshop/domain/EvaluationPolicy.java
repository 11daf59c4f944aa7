package org.convergence.education.workshop.domain;

/**
 * What is shown of anonymous answers (R-EDU-3). A total adds up only what is shown of each session, so that the total less
 * the sessions that are shown tells nothing of the others.
 */
public final class EvaluationPolicy {

    /** The fewest answers that are shown. */
    public static final int LEAST = 5;

    private EvaluationPolicy() {}

    /** Whether so many answers are shown. */
    public static boolean isShown(int answers) {
        return answers >= LEAST;
    }
}
