package org.convergence.plan.report;

/** The subject of a section of a report. The audience decides which of them a report has. */
public enum ReportSectionKind {
    /** The word of welcome, at the beginning. */
    FOREWORD,
    /** The summary at the beginning, for hurried readers. */
    ESSENTIAL,
    /** The requested decisions, one on each line. */
    DECISIONS,
    /** An objective of the plan, above its means. */
    OBJECTIVE,
    /** A means of the plan, with its realisations. */
    MEANS,
    /** The outlook, at the end. */
    CLOSING;

    /** Whether it is about a line of the plan; the others are at the beginning or the end. */
    public boolean isPlanLine() {
        return this == OBJECTIVE || this == MEANS;
    }
}
