package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.resources.subsidy.HourClaims;
import org.convergence.resources.subsidy.domain.HourClaimPolicy.EntryClaim;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the claims on hours. One transaction at a time changes them, so that two funders never pay the same dollar. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class HourClaimService implements HourClaims {

    private final JdbcClient db;

    HourClaimService(JdbcClient db) {
        this.db = db;
    }

    private record StoredClaim(UUID entry, String claimant, BigDecimal cost, BigDecimal amount, boolean complement) {

        EntryClaim onEntry() {
            return new EntryClaim(claimant, cost, amount, complement);
        }
    }

    @Override
    @Open("the use case of the claim checks its own permission")
    public void replace(String claimant, boolean complement, Collection<ClaimedHours> hours) {
        release(claimant);
        UUID[] entries = hours.stream().map(ClaimedHours::entry).toArray(UUID[]::new);
        Map<UUID, List<EntryClaim>> claims = findClaims(entries);
        BigDecimal excess = hours.stream()
                .map(each -> HourClaimPolicy.excess(
                        claims.getOrDefault(each.entry(), List.of()),
                        new EntryClaim(claimant, each.cost(), each.amount(), complement)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (excess.signum() > 0) {
            throw new Refused("subsidy.refused.beyond-cost", Money.of(CurrencyUnit.CAD, excess, RoundingMode.UP));
        }
        String costs = join(hours.stream().map(ClaimedHours::cost));
        String amounts = join(hours.stream().map(ClaimedHours::amount));
        db.sql("""
                        INSERT INTO resources.subsidy_claimed_hour AS h (entry, cost, claimed)
                        SELECT * FROM unnest(CAST(:entries AS uuid[]), CAST(:costs AS numeric[]), CAST(:amounts AS numeric[]))
                        ON CONFLICT (entry) DO UPDATE
                        SET cost = least(h.cost, excluded.cost), claimed = h.claimed + excluded.claimed
                        """)
                .param("entries", entries)
                .param("costs", costs)
                .param("amounts", amounts)
                .update();
        db.sql("""
                        INSERT INTO resources.subsidy_hour_claim (entry, claimant, amount, complement)
                        SELECT c.entry, :claimant, c.amount, :complement
                        FROM unnest(CAST(:entries AS uuid[]), CAST(:amounts AS numeric[])) AS c (entry, amount)
                        """)
                .param("entries", entries)
                .param("amounts", amounts)
                .param("claimant", claimant)
                .param("complement", complement)
                .update();
    }

    private static String join(Stream<BigDecimal> numbers) {
        return numbers.map(BigDecimal::toPlainString).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    @Open("the use case of the claim checks its own permission")
    public void release(String claimant) {
        TransactionLock.acquire(db, "resources.subsidy_hour_claim");
        List<UUID> entries =
                db.sql("""
                        WITH gone AS (DELETE FROM resources.subsidy_hour_claim WHERE claimant = :claimant
                                      RETURNING entry, amount)
                        UPDATE resources.subsidy_claimed_hour h SET claimed = h.claimed - gone.amount FROM gone
                        WHERE gone.entry = h.entry RETURNING h.entry
                        """).param("claimant", claimant).query(UUID.class).list();
        db.sql("""
                        DELETE FROM resources.subsidy_claimed_hour h WHERE h.entry = ANY (:entries)
                          AND NOT EXISTS (SELECT FROM resources.subsidy_hour_claim c WHERE c.entry = h.entry)
                        """).param("entries", entries.toArray(UUID[]::new)).update();
    }

    private record OtherClaim(String claimant, UUID entry) {}

    @Override
    @Transactional(readOnly = true)
    @Open("the use case of the claim checks its own permission")
    public Map<String, List<UUID>> findOthers(String claimant, Collection<UUID> entries) {
        return db
                .sql("""
                        SELECT claimant, entry FROM resources.subsidy_hour_claim
                        WHERE entry = ANY (:entries) AND claimant <> :claimant ORDER BY claimant, entry
                        """)
                .param("entries", entries.toArray(UUID[]::new))
                .param("claimant", claimant)
                .query(RecordMapper.of(OtherClaim.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OtherClaim::claimant, Collectors.mapping(OtherClaim::entry, Collectors.toList())));
    }

    private Map<UUID, List<EntryClaim>> findClaims(UUID[] entries) {
        return db.sql("""
                        SELECT c.entry, c.claimant, h.cost, c.amount, c.complement
                        FROM resources.subsidy_hour_claim c JOIN resources.subsidy_claimed_hour h USING (entry)
                        WHERE c.entry = ANY (:entries)
                        """).param("entries", entries).query(RecordMapper.of(StoredClaim.class)).list().stream()
                .collect(Collectors.groupingBy(
                        StoredClaim::entry, Collectors.mapping(StoredClaim::onEntry, Collectors.toList())));
    }
}
