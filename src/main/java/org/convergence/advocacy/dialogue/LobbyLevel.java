package org.convergence.advocacy.dialogue;

import org.convergence.platform.shell.Tone;

/** How near the hours of a register are to its threshold (R-ADV-3). */
public enum LobbyLevel {
    CLEAR(Tone.OK),
    AMBER(Tone.WARN),
    RED(Tone.BAD),
    /** The register goes by regularity, not by hours (R-ADV-4). */
    BY_REGULARITY(Tone.ACTIVE);

    private final Tone tone;

    LobbyLevel(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "dialogue.lobby.level." + name();
    }
}
