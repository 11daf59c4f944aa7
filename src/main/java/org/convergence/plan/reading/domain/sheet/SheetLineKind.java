package org.convergence.plan.reading.domain.sheet;

/** The kind of a line of the sheet, with its depth: a line's parent is the nearest less deep line before it. */
public enum SheetLineKind {
    SECTION(1),
    OBJECTIVE(1),
    MEANS(2),
    ACTION(3),
    SUB_ACTION(4),
    /** Text that is not part of the plan, shown until the plan is created. */
    UNPLACED(1);

    private final int depth;

    SheetLineKind(int depth) {
        this.depth = depth;
    }

    public int depth() {
        return depth;
    }
}
