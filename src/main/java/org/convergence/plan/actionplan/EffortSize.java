package org.convergence.plan.actionplan;

/** How much work an action asks, as a size, until last year's real hours replace it. */
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

    /** The size nearest to so many hours. */
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
