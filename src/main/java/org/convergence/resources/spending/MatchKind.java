package org.convergence.resources.spending;

/** What counts towards a match. */
public enum MatchKind {
    /** Hours of volunteers, at a stated rate. */
    HOURS(true),
    /** A release paid by a union, at its cost. */
    RELEASE(true),
    /** A gift in kind, with the giver's statement. */
    GIFT(true),
    /** Money of our own. */
    OWN(false),
    /** Money of another funder. */
    FUNDER(false);

    private final boolean inKind;

    MatchKind(boolean inKind) {
        this.inKind = inKind;
    }

    /** Whether it is in kind, not money. */
    public boolean inKind() {
        return inKind;
    }

    /** The message key of its name. */
    public String key() {
        return "public.spending.match.kind." + name();
    }
}
