package org.convergence.resources.membership;

/** Who belongs to a category. */
public enum MemberKind {
    ORGANISATION,
    PERSON;

    /** The message with its name. */
    public String key() {
        return "membership.kind." + name();
    }
}
