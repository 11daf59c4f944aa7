package org.convergence.education.workshop.domain;

import java.util.Collection;

/** What is shown of anonymous answers (R-EDU-3). */
public final class EvaluationPolicy {

    /** The fewest answers that are shown. */
    public static final int LEAST = 5;

    private EvaluationPolicy() {}

    /** Whether so many answers are shown. */
    public static boolean isShown(int answers) {
        return answers >= LEAST;
    }

    /**
     * Whether the total of several groups is shown: not while a group is hidden, since the total less the groups that
     * are shown would tell its answers.
     *
     * @param groups the number of answers of each
     */
    public static boolean isTotalShown(Collection<Integer> groups) {
        return groups.stream().allMatch(answers -> answers == 0 || isShown(answers))
                && isShown(groups.stream().mapToInt(Integer::intValue).sum());
    }
}
