package org.convergence.safety.risk.domain;

import org.convergence.safety.risk.RiskBand;

/**
 * Likelihood by impact (R-SEC-3).
 *
 * @param likelihood 1 (very unlikely) to 5 (very likely)
 * @param impact 1 (negligible) to 5 (critical)
 */
public record RiskScore(int likelihood, int impact) {

    /** The highest of both. */
    public static final int MOST = 5;

    public RiskScore {
        if (likelihood < 1 || likelihood > MOST || impact < 1 || impact > MOST) {
            throw new IllegalArgumentException("likelihood and impact are from 1 to 5");
        }
    }

    /** From 1 to 25. */
    public int value() {
        return likelihood * impact;
    }

    public RiskBand band() {
        return RiskBand.of(value());
    }
}
