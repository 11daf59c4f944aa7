package org.convergence.cooperation.narrative;

import org.convergence.platform.shell.Tone;

/** Where a report stands. */
public enum NarrativeState {
    DRAFT(Tone.AHEAD),
    /** It waits for a second look. */
    SUBMITTED(Tone.ACTIVE),
    APPROVED(Tone.WARN),
    FILED(Tone.OK);

    private final Tone tone;

    NarrativeState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether its texts may change: the person who approves reads the text that is approved. */
    public boolean isOpen() {
        return this == DRAFT;
    }

    /** The message key of its name. */
    public String key() {
        return "narrative.state." + name();
    }
}
