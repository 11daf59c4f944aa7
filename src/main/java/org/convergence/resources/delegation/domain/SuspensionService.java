package org.convergence.resources.delegation.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.convergence.directory.people.Decision;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.RowRecovery;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.membership.MembershipId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suspends votes by decision, and ends suspensions: nothing else removes votes (R-DELEG-2). */
@Service
@Transactional
@Requires(DelegationPermissions.KEEP)
public class SuspensionService {

    private final SuspensionRepository store;
    private final RowRecovery recovery;
    private final JdbcClient db;

    SuspensionService(SuspensionRepository store, RowRecovery recovery, JdbcClient db) {
        this.store = store;
        this.recovery = recovery;
        this.db = db;
    }

    /** The active suspensions on a day, by membership. */
    @Transactional(readOnly = true)
    @Requires(DelegationPermissions.READ)
    public Map<MembershipId, Suspension> findActive(LocalDate day) {
        return db.sql("""
                        SELECT id, version, membership, since, until, reason, decided_body, decided_on, decided_number
                        FROM resources.delegation_suspension WHERE daterange(since, until, '[]') @> CAST(:day AS date)
                        """).param("day", day).query(Suspension.class).list().stream()
                .collect(Collectors.toMap(it -> new MembershipId(it.membership()), Function.identity()));
    }

    /**
     * Suspends a member's delegates and votes from a day on.
     *
     * @throws Refused if they are suspended already, with the first day of that suspension
     */
    public UUID suspend(MembershipId membership, LocalDate since, String reason, Decision decision) {
        findOverlappingSince(membership, since).ifPresent(other -> {
            throw new Refused("delegation.refused.suspended-from", other);
        });
        Suspension suspension = Suspension.of(membership.value(), since, reason, decision);
        return refusingOverlap(() -> store.save(suspension)).id();
    }

    private Optional<LocalDate> findOverlappingSince(MembershipId membership, LocalDate day) {
        return db.sql("""
                        SELECT since FROM resources.delegation_suspension
                        WHERE membership = :membership AND daterange(since, until, '[]') && daterange(:day, NULL)
                        ORDER BY since LIMIT 1
                        """)
                .param("membership", membership.value())
                .param("day", day)
                .query(LocalDate.class)
                .optional();
    }

    /**
     * Ends a suspension after a last day. One that has not begun is deleted; one that ended earlier is unchanged.
     *
     * @return the last day of the suspension; empty if it was deleted
     */
    public Optional<LocalDate> endAfter(UUID suspension, LocalDate last) {
        Suspension before = store.findById(suspension).orElseThrow(() -> new NotFound("suspension"));
        if (last.isBefore(before.since())) {
            OptimisticLock.saveAtVersion(Suspension.TABLE, before.id(), before.version(), () -> {
                store.delete(before);
                return before;
            });
            return Optional.empty();
        }
        if (before.until() != null && before.until().isBefore(last)) {
            return Optional.of(before.until());
        }
        OptimisticLock.save(store, before.until(last), Suspension.TABLE, before.id(), before.version());
        return Optional.of(last);
    }

    /**
     * Undoes the end of a suspension, restoring it if it was deleted.
     *
     * @throws Refused if another suspension overlaps it meanwhile
     */
    public void undoEnd(UUID suspension) {
        Optional<Suspension> before = store.findById(suspension);
        refusingOverlap(() -> {
            before.ifPresentOrElse(
                    it -> OptimisticLock.save(store, it.until(null), Suspension.TABLE, it.id(), it.version()),
                    () -> recovery.restore(Suspension.TABLE, suspension, Map.of()));
            return suspension;
        });
    }

    private static <T> T refusingOverlap(Supplier<T> keep) {
        try {
            return keep.get();
        } catch (DataIntegrityViolationException violation) {
            String said = String.valueOf(violation.getMostSpecificCause().getMessage());
            if (said.contains("_is_one")) {
                throw new Refused("delegation.refused.suspended");
            }
            throw said.contains("_fk\"") ? new NotFound("membership") : violation;
        }
    }
}
