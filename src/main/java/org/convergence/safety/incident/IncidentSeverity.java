package org.convergence.safety.incident;

import org.convergence.platform.shell.Tone;

/** How grave an incident is, or could have been. */
public enum IncidentSeverity {
    MINOR(Tone.REST),
    MODERATE(Tone.AHEAD),
    SERIOUS(Tone.WARN),
    CRITICAL(Tone.BAD);

    private final Tone tone;

    IncidentSeverity(Tone tone) {
        this.tone = tone;
    }

    /** Whether it is told by telephone at once and written within a day (R-SAFE-1). */
    public boolean isSerious() {
        return this == SERIOUS || this == CRITICAL;
    }

    public Tone tone() {
        return tone;
    }

    /** Key of its name in the messages. */
    public String key() {
        return "incident.severity." + name();
    }
}
