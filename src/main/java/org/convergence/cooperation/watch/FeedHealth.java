package org.convergence.cooperation.watch;

import org.convergence.platform.shell.Tone;

/** The health of a feed, the worst first: silence is not calm (R-WATCH-1). */
public enum FeedHealth {
    /** The last reading failed. */
    FAILING(Tone.BAD),
    /** The application has not read it for days. */
    UNREAD(Tone.BAD),
    /** Turned off: nothing arrives. */
    OFF(Tone.WARN),
    /** Added, and not read yet. */
    NEW(Tone.AHEAD),
    /** It is read, and says nothing new. */
    SILENT(Tone.WARN),
    FINE(Tone.OK);

    private final Tone tone;

    FeedHealth(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Message key of its name. */
    public String key() {
        return "watch.health." + name();
    }
}
