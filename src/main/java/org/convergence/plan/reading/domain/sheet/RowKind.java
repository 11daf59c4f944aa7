package org.convergence.plan.reading.domain.sheet;

/** What a line of the sheet is. Its depth says under which line before it it stands. */
public enum RowKind {
    SECTION(1),
    OBJECTIVE(1),
    MEANS(2),
    ACTION(3),
    SUB_ACTION(4),
    /** Words that are no part of the plan; they are kept in sight until the plan is made. */
    UNPLACED(1);

    private final int depth;

    RowKind(int depth) {
        this.depth = depth;
    }

    public int depth() {
        return depth;
    }
}
