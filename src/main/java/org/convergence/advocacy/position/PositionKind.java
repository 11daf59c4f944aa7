package org.convergence.advocacy.position;

/** The form of a position. */
public enum PositionKind {
    SPEECH,
    ARTICLE,
    DECLARATION,
    OPEN_LETTER,
    BRIEF;

    /** The message key of its name. */
    public String key() {
        return "position.kind." + name();
    }
}
