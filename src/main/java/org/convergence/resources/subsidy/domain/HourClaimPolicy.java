package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.platform.database.Refused;
import org.convergence.resources.subsidy.HourClaims;

/** Whether a further claim on an hour is allowed (R-GRANT-11). */
public final class HourClaimPolicy {

    private HourClaimPolicy() {}

    /**
     * A claim on one entry of hours.
     *
     * @param complement whether it allows another one
     */
    public record EntryClaim(String claimant, BigDecimal cost, BigDecimal amount, boolean complement) {

        boolean isWageSubsidy() {
            return claimant.startsWith(HourClaims.WAGE_SUBSIDY);
        }
    }

    /**
     * The amount by which a further claim goes beyond the cost; zero if it does not. The lowest stated cost counts.
     *
     * @throws Refused if one of the claims allows no other, or a second wage subsidy claims the hour
     */
    public static BigDecimal excess(List<EntryClaim> claims, EntryClaim further) {
        if (further.isWageSubsidy() && claims.stream().anyMatch(EntryClaim::isWageSubsidy)) {
            throw new Refused("subsidy.refused.claimed-twice");
        }
        if (!claims.isEmpty() && !(further.complement() && claims.stream().allMatch(EntryClaim::complement))) {
            throw new Refused("subsidy.refused.no-complement");
        }
        BigDecimal sum = claims.stream().map(EntryClaim::amount).reduce(further.amount(), BigDecimal::add);
        BigDecimal cost = claims.stream().map(EntryClaim::cost).reduce(further.cost(), BigDecimal::min);
        return sum.subtract(cost).max(BigDecimal.ZERO);
    }
}
