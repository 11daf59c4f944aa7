package org.convergence.advocacy.dialogue;

/** What counsel decided about a register. */
public enum CounselOutcome {
    NOT_REQUIRED,
    TO_REGISTER,
    REGISTERED;

    /** The message key of its name. */
    public String key() {
        return "dialogue.lobby.opinion." + name();
    }
}
