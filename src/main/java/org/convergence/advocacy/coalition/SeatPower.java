package org.convergence.advocacy.coalition;

import org.convergence.platform.shell.Tone;

/** What the holder of a seat may do in our name (R-REP-4). */
public enum SeatPower {
    DECIDES(Tone.OK),
    /** Only after consulting us. */
    CONSULTS(Tone.WARN),
    OBSERVES(Tone.REST);

    private final Tone tone;

    SeatPower(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "coalition.power." + name();
    }
}
