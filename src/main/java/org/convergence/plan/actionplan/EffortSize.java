package org.convergence.plan.actionplan;

/** The estimated effort of an action, as a size, until last year's real hours replace it. */
public enum EffortSize {
    S(5),
    M(20),
    L(60),
    XL(150);

    private final int hours;

    EffortSize(int hours) {
        this.hours = hours;
    }

    /** Hours of the team. */
    public int hours() {
        return hours;
    }

    /** The size nearest to a number of hours. */
    public static EffortSize ofHours(int hours) {
        EffortSize nearest = S;
        for (EffortSize size : values()) {
            if (Math.abs(size.hours - hours) < Math.abs(nearest.hours - hours)) {
                nearest = size;
            }
        }
        return nearest;
    }
}
