package org.convergence.resources.dues;

/** How a rate computes an amount from a headcount. */
public enum RateShape {
    /** The same for everyone, whatever the headcount. */
    FLAT,
    /** An amount for each person. */
    PER_CAPITA,
    /** The amount of the bracket in which the headcount falls. */
    STEPS,
    /** An amount for each person, by slices: the first people at one rate, the next at another. */
    SLICES;

    /** Whether the rate needs a headcount. */
    public boolean countsPeople() {
        return this != FLAT;
    }

    /** Whether the rate has brackets. */
    public boolean hasBrackets() {
        return this == STEPS || this == SLICES;
    }

    /** The message key of its name. */
    public String key() {
        return "dues.shape." + name();
    }
}
