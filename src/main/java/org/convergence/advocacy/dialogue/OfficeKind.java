package org.convergence.advocacy.dialogue;

/** Where a mandate is held. */
public enum OfficeKind {
    MINISTRY,
    /** A member of an assembly, or her office. */
    PARLIAMENT,
    COMMITTEE,
    EMBASSY,
    INTERNATIONAL,
    CITY,
    FIRM,
    OTHER;

    /** The message key of its name. */
    public String key() {
        return "dialogue.body." + name();
    }
}
