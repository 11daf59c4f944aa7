package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.membership.MembershipId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares and corrects calls. Once its invoices are issued, only a call's letters and reminders can change. */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class DuesCallService {

    private final DuesCallRepository calls;
    private final JdbcClient db;

    DuesCallService(DuesCallRepository calls, JdbcClient db) {
        this.calls = calls;
        this.db = db;
    }

    /** @param issuedOn {@code null} while the call is prepared */
    public record StoredCall(
            CallId id,
            int version,
            CallFacts facts,
            @Nullable LocalDate issuedOn) {

        static StoredCall of(DuesCall it) {
            return new StoredCall(it.typedId(), it.version(), it.facts(), it.issuedOn());
        }
    }

    /** All calls, the latest first. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public List<StoredCall> findAll() {
        return calls.findAllByOrderByReferenceDesc().stream()
                .map(StoredCall::of)
                .toList();
    }

    /** @throws NotFound if the call does not exist */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public StoredCall findById(CallId id) {
        return StoredCall.of(load(id));
    }

    /**
     * Prepares a call; nothing is issued yet.
     *
     * @throws Refused if a call of this kind, name and period exists
     */
    public CallId prepare(CallFacts facts) {
        DuesCall call = DuesCall.of(facts);
        requireNew(call.typedId(), facts);
        return calls.save(call).typedId();
    }

    /**
     * Refuses a second call with the same kind, name and period, which would invoice the members twice. A call for dues
     * with a period can be repeated for another reference date: it invoices new members, and leaves out members already
     * invoiced for that period.
     */
    private void requireNew(CallId id, CallFacts facts) {
        TransactionLock.acquire(db, "dues.call");
        boolean exists = db.sql("""
                        SELECT EXISTS (
                            SELECT FROM resources.dues_call
                            WHERE id <> :id AND kind = :kind AND lower(name) = lower(:name)
                              AND period_from IS NOT DISTINCT FROM CAST(:from AS date)
                              AND period_until IS NOT DISTINCT FROM CAST(:until AS date)
                              AND (reference = :reference OR kind <> 'ANNUAL' OR period_from IS NULL))
                        """)
                .param("id", id.value())
                .param("kind", facts.kind().name())
                .param("name", facts.name())
                .param("from", facts.periodFrom())
                .param("until", facts.periodUntil())
                .param("reference", facts.reference())
                .query(Boolean.class)
                .single();
        if (exists) {
            throw new Refused("dues.refused.same-call", facts.name());
        }
    }

    /**
     * Corrects a call.
     *
     * @param version the version that the form showed
     * @throws Refused if its invoices are issued and the amount or period would change, or if another call of its kind,
     *     name and period exists
     */
    public void correct(CallId id, int version, CallFacts facts) {
        DuesCall before = load(id);
        OptimisticLock.requireSameVersion(DuesCall.TABLE, id.value(), version, before.version());
        if (before.issuedOn() != null && !asksTheSame(before.facts(), facts)) {
            throw new Refused("dues.refused.issued");
        }
        if (before.issuedOn() == null) {
            requireNew(id, facts);
        }
        OptimisticLock.save(calls, before.withFacts(facts), DuesCall.TABLE, id.value(), version);
    }

    private static boolean asksTheSame(CallFacts one, CallFacts other) {
        return other.kind() == one.kind()
                && other.name().equals(one.name())
                && other.reference().equals(one.reference())
                && other.dueOn().equals(one.dueOn())
                && Objects.equals(other.periodFrom(), one.periodFrom())
                && Objects.equals(other.periodUntil(), one.periodUntil())
                && sameAmount(other.amount(), one.amount())
                && sameAmount(other.percent(), one.percent());
    }

    private static boolean sameAmount(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /**
     * Excludes a member from a prepared call, or includes it again.
     *
     * @param reason {@code null} to include it again
     */
    public void excludeMember(CallId id, MembershipId member, @Nullable String reason) {
        requirePrepared(id);
        if (reason == null) {
            db.sql("DELETE FROM resources.dues_share WHERE call = ? AND membership = ? AND excluded IS NOT NULL")
                    .params(id.value(), member.value())
                    .update();
        } else {
            db.sql("""
                            INSERT INTO resources.dues_share (call, membership, excluded) VALUES (?, ?, ?)
                            ON CONFLICT (call, membership) DO UPDATE SET excluded = excluded.excluded
                            WHERE dues_share.invoice IS NULL
                            """).params(id.value(), member.value(), reason).update();
        }
    }

    /** Deletes a call without invoices. */
    public void delete(CallId id) {
        requirePrepared(id);
        db.sql("DELETE FROM resources.dues_share WHERE call = ?")
                .param(id.value())
                .update();
        calls.deleteById(id.value());
    }

    /**
     * Locks the call, waiting for an issue in progress.
     *
     * @throws Refused if it is issued
     */
    private void requirePrepared(CallId id) {
        DuesCall held = calls.findLockedById(id.value()).orElseThrow(() -> new NotFound("call"));
        if (held.issuedOn() != null) {
            throw new Refused("dues.refused.issued");
        }
    }

    private DuesCall load(CallId id) {
        return calls.findById(id.value()).orElseThrow(() -> new NotFound("call"));
    }
}
