package org.convergence.resources.membership;

/** The kind of members of a category. */
public enum MemberKind {
    ORGANISATION,
    PERSON;

    /** The message key of its name. */
    public String key() {
        return "membership.kind." + name();
    }
}
