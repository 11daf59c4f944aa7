package org.convergence.plan.report;

/** What a section of a report is about. Which of them a report has, its audience says. */
public enum SectionKind {
    /** The word of welcome, at the beginning. */
    FOREWORD,
    /** What one must know who reads nothing else, at the beginning. */
    ESSENTIAL,
    /** The decisions that are asked for, one on each line. */
    DECISIONS,
    /** An objective of the plan, above its means. */
    OBJECTIVE,
    /** A means of the plan, with what was done for it. */
    MEANS,
    /** What comes next, at the end. */
    CLOSING;

    /** Whether it is about a line of the plan; the others stand at an end. */
    public boolean isOfALine() {
        return this == OBJECTIVE || this == MEANS;
    }
}
