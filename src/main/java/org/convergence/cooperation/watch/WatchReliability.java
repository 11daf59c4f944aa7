package org.convergence.cooperation.watch;

import org.convergence.platform.shell.Tone;

/** How sure an item is (R-WATCH-4). */
public enum WatchReliability {
    /** One source says so. */
    REPORTED(Tone.AHEAD),
    /** A second, independent source says so too. */
    CORROBORATED(Tone.OK),
    /** It turned out to be wrong. */
    REFUTED(Tone.BAD);

    private final Tone tone;

    WatchReliability(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Message key of its name. */
    public String key() {
        return "watch.reliability." + name();
    }
}
