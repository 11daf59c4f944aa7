package org.convergence.safety.risk;

import org.convergence.platform.shell.Tone;

/** The band of a score from 1 to 25 (R-SEC-3). */
public enum RiskBand {
    LOW(1, Tone.OK),
    MODERATE(5, Tone.AHEAD),
    HIGH(10, Tone.WARN),
    CRITICAL(15, Tone.BAD);

    private final int from;
    private final Tone tone;

    RiskBand(int from, Tone tone) {
        this.from = from;
        this.tone = tone;
    }

    /** The band of a score. */
    public static RiskBand of(int score) {
        RiskBand band = LOW;
        for (RiskBand each : values()) {
            if (score >= each.from) {
                band = each;
            }
        }
        return band;
    }

    public Tone tone() {
        return tone;
    }

    /** Key of its name in the messages. */
    public String key() {
        return "risk.band." + name();
    }
}
