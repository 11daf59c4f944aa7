package org.convergence.resources.dues;

/** How a rate makes an amount of a headcount. */
public enum RateShape {
    /** The same for everyone, whatever the headcount. */
    FLAT,
    /** So much for each person. */
    PER_CAPITA,
    /** The amount of the bracket in which the headcount falls. */
    STEPS,
    /** So much for each person, by slices: the first so many at one rate, the next at another. */
    SLICES;

    /** Whether it asks for a headcount. */
    public boolean countsPeople() {
        return this != FLAT;
    }

    /** Whether it has brackets. */
    public boolean hasBrackets() {
        return this == STEPS || this == SLICES;
    }

    /** The message with its name. */
    public String key() {
        return "dues.shape." + name();
    }
}
