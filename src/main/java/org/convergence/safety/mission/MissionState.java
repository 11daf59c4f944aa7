package org.convergence.safety.mission;

import org.convergence.platform.shell.Tone;

/** The state of a mission. */
public enum MissionState {
    /** Not approved yet: nobody leaves. */
    PREPARED(Tone.AHEAD),
    APPROVED(Tone.ACTIVE),
    RETURNED(Tone.OK),
    CANCELLED(Tone.REST);

    private final Tone tone;

    MissionState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether it is over. */
    public boolean isOver() {
        return this == RETURNED || this == CANCELLED;
    }

    /** Key of its name in the messages. */
    public String key() {
        return "mission.state." + name();
    }
}
