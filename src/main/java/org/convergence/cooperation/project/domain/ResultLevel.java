package org.convergence.cooperation.project.domain;

/** The levels of a logic model, the highest first (R-GAR-1). */
public enum ResultLevel {
    /** Impact: the state of those for whom it is done. */
    ULTIMATE(0),
    /** Outcome: behaviour and practices. */
    INTERMEDIATE(1),
    /** Outcome: capacities. */
    IMMEDIATE(2),
    /** Output: products and services. */
    OUTPUT(3),
    ACTIVITY(4);

    private final int position;

    ResultLevel(int position) {
        this.position = position;
    }

    /** 0 for the highest. */
    public int position() {
        return position;
    }

    /** Whether a measurement framework asks for indicators at this level. */
    public boolean isMeasured() {
        return this != ACTIVITY;
    }

    /** The level below; an activity has none, and is its own. */
    public ResultLevel next() {
        return values()[Math.min(position + 1, values().length - 1)];
    }

    public boolean isOutcome() {
        return compareTo(OUTPUT) < 0;
    }

    /** The message key of its usual name. */
    public String key() {
        return "project.level." + name();
    }
}
