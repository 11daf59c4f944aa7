package org.convergence.plan.report;

/** What a section of a report is about, with what is usual for its text. */
public enum SectionKind {
    /** The word of welcome, at the beginning. */
    FOREWORD(3_000, false),
    /** An objective of the plan, above its means. */
    OBJECTIVE(1_500, true),
    /** A means of the plan, with what was done for it. */
    MEANS(2_000, false),
    /** What comes next, at the end. */
    CLOSING(2_000, true);

    private final int most;
    private final boolean optional;

    SectionKind(int most, boolean optional) {
        this.most = most;
        this.optional = optional;
    }

    /** The most characters, unless the report says otherwise. */
    public int most() {
        return most;
    }

    /** Whether it may stay without a text, unless the report says otherwise. */
    public boolean optional() {
        return optional;
    }
}
