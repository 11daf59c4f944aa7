package org.convergence.advocacy.dialogue;

/** The lobby register that acts towards an office may concern. */
public enum LobbyRegister {
    FEDERAL,
    /** Municipal offices of Québec too. */
    QUEBEC,
    NONE;

    /** The message key of its name. */
    public String key() {
        return "dialogue.register." + name();
    }
}
