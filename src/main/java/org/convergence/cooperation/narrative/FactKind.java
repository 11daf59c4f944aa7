package org.convergence.cooperation.narrative;

/** A kind of fact that can be inserted in a report. */
public enum FactKind {
    /** An indicator with its target, value, variance and explanation. */
    RESULT,
    /** People by sex: participations, or people counted once. */
    PEOPLE,
    /** A realisation. */
    ACTIVITY,
    /** What is told of a realisation, in which nobody is named. */
    STORY,
    /** What must hold for a result. */
    RISK;

    /** The message key of its name. */
    public String key() {
        return "narrative.fact." + name();
    }
}
