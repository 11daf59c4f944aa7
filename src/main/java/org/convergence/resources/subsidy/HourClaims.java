package org.convergence.resources.subsidy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.Refused;

/**
 * Claims of funders on hours of time sheets. All claims on an hour together stay within its cost, an hour is claimed
 * from one wage subsidy only, and a claim that allows no complement is alone on its hours (R-GRANT-11).
 */
public interface HourClaims {

    /** How the references of claims of wage subsidies begin. */
    String WAGE_SUBSIDY = "resources.subsidy/";

    /**
     * Replaces the hours that a record claims.
     *
     * @param claimant the record, as {@code module/kind/id}
     * @param complement whether another record may claim the rest of the same hours
     * @throws Refused if an hour would be claimed beyond its cost, or another claim allows no complement
     */
    void replace(String claimant, boolean complement, Collection<ClaimedHours> hours);

    /** The entries that other records claim among some, by claimant. */
    Map<String, List<UUID>> findOthers(String claimant, Collection<UUID> entries);

    /** Releases all hours that a record claims. */
    void release(String claimant);

    /**
     * A claim on an entry of a time sheet.
     *
     * @param entry its id
     * @param cost wage and charges of the entry; if other claims state a lower one, theirs is kept
     * @param amount claimed of it
     */
    record ClaimedHours(UUID entry, BigDecimal cost, BigDecimal amount) {}
}
