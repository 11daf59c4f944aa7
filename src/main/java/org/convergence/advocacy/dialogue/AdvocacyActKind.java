package org.convergence.advocacy.dialogue;

/** The kind of an act towards decision-makers. */
public enum AdvocacyActKind {
    MEETING,
    CALL,
    LETTER,
    /** A call to the public to write or speak to decision-makers. */
    PUBLIC_APPEAL,
    /** A contact about a grant with an elected person or a public servant. */
    GRANT_CONTACT,
    /** A brief or a testimony before a committee. */
    COMMITTEE_BRIEF,
    INFORMATION_REQUEST;

    /** Whether its hours count for a lobby register (R-ADV-3). */
    public boolean countsForLobbying() {
        return this != COMMITTEE_BRIEF && this != INFORMATION_REQUEST;
    }

    /** Whether it is a realisation once it is done; a call, or a request for information, is part of other work. */
    public boolean isRealisation() {
        return this == MEETING || this == LETTER || this == PUBLIC_APPEAL || this == COMMITTEE_BRIEF;
    }

    /** Whether it can be planned for a day to come. */
    public boolean canBePlanned() {
        return this == MEETING || this == CALL || this == COMMITTEE_BRIEF;
    }

    /** The message key of its name. */
    public String key() {
        return "dialogue.act." + name();
    }
}
