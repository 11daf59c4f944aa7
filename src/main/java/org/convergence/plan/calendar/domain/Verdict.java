package org.convergence.plan.calendar.domain;

/** What she says of an entry. */
public enum Verdict {
    /** It took place; it is recorded. */
    DONE,
    /** It is to be later: asked again at its new day. */
    POSTPONED,
    /** It does not count. */
    DISMISSED,
    /** Nothing of its series counts. */
    NEVER;

    /** The message with its word. */
    public String key() {
        return "calendar.answer." + name();
    }
}
