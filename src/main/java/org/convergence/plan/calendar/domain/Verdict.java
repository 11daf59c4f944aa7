package org.convergence.plan.calendar.domain;

/** The answer about an entry. */
public enum Verdict {
    /** It took place, and is recorded. */
    DONE,
    /** It is postponed: asked again on its new day. */
    POSTPONED,
    /** It does not count. */
    DISMISSED,
    /** Nothing of its series counts. */
    NEVER;

    /** The message key of its label. */
    public String key() {
        return "calendar.answer." + name();
    }
}
