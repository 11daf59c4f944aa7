package org.convergence.resources.delegation.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.Decision;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.Versions;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.membership.MembershipId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that take votes away for a time: nothing else does (R-DELEG-2). */
@Service
@Transactional
@Requires(DelegationPermissions.KEEP)
public class Suspensions {

    private final SuspensionStore store;
    private final JdbcClient db;

    Suspensions(SuspensionStore store, JdbcClient db) {
        this.store = store;
        this.db = db;
    }

    /** Those that run on a day, by membership. */
    @Transactional(readOnly = true)
    @Requires(DelegationPermissions.READ)
    public Map<MembershipId, Suspension> on(LocalDate day) {
        return db.sql("""
                        SELECT id, version, membership, since, until, reason, decided_body, decided_on, decided_number
                        FROM resources.delegation_suspension WHERE daterange(since, until, '[]') @> CAST(:day AS date)
                        """).param("day", day).query(Suspension.class).list().stream()
                .collect(Collectors.toMap(it -> new MembershipId(it.membership()), Function.identity()));
    }

    /**
     * Takes a member's delegates and votes away from a day on.
     *
     * @throws Refused where they are taken away already
     */
    public void suspend(MembershipId membership, LocalDate since, String reason, Decision decision) {
        try {
            store.save(Suspension.of(membership.value(), since, reason, decision));
        } catch (DataIntegrityViolationException violation) {
            String said = String.valueOf(violation.getMostSpecificCause().getMessage());
            if (said.contains("_is_one")) {
                throw new Refused("delegation.refused.suspended");
            }
            throw said.contains("_fk\"") ? new NotFound("membership") : violation;
        }
    }

    /**
     * Gives them back after a last day, or takes that back.
     *
     * @param last {@code null} where the suspension goes on
     * @throws Refused where it would end before it began
     */
    public void endAfter(UUID suspension, @Nullable LocalDate last) {
        Suspension before = store.findById(suspension).orElseThrow(() -> new NotFound("suspension"));
        if (last != null && last.isBefore(before.since())) {
            throw new Refused("delegation.refused.order");
        }
        Versions.save(store, before.until(last), Suspension.TABLE, before.id(), before.version());
    }
}
