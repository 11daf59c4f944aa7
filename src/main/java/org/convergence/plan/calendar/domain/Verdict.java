package org.convergence.plan.calendar.domain;

/** The answer about an entry. */
public enum Verdict {
    /** The entry took place, and is recorded. */
    DONE,
    /** The entry is postponed: the question returns on its new day. */
    POSTPONED,
    /** The entry does not count. */
    DISMISSED,
    /** No entry of its series counts. */
    NEVER;

    /** The message key of its label. */
    public String key() {
        return "calendar.answer." + name();
    }
}
