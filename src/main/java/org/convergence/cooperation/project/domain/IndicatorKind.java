package org.convergence.cooperation.project.domain;

/** What the values of an indicator are. */
public enum IndicatorKind {
    /** A number. */
    QUANTITY,
    /** A part of a whole, kept as both numbers. */
    RATIO,
    /** Words, or a step of a scale in words. */
    QUALITATIVE;

    /** The message key of its name. */
    public String key() {
        return "project.indicator.kind." + name();
    }
}
