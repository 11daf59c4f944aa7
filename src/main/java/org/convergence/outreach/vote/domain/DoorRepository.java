package org.convergence.outreach.vote.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.Party;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegationId;
import org.convergence.outreach.vote.domain.Delegate.ExpectedDelegate;
import org.convergence.outreach.vote.domain.Delegate.Movement;
import org.convergence.outreach.vote.domain.Delegate.MovementKind;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.delegation.domain.DelegationPolicy.DelegationGround;
import org.convergence.resources.delegation.domain.DelegationPolicy.DelegationRight;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of the door: delegations, delegates, and each change of voting rights. */
@Repository
class DoorRepository {

    static final String DELEGATES = "outreach.vote_delegate";

    /** The most delegations that one page shows. */
    static final int MOST = 2_000;

    private static final String DELEGATIONS = """
            SELECT d.id, d.meeting, d.organisation, d.person, coalesce(o.name, p.display_name) AS name, d.delegates, d.votes,
                   d.ground, count(s.id) AS came, coalesce(sum(s.cards), 0) AS given,
                   count(s.id) FILTER (WHERE s.present) AS present,
                   coalesce(sum(s.cards) FILTER (WHERE s.present), 0) AS cards
            FROM outreach.vote_delegation d
            LEFT JOIN directory.people_organisation_name o ON o.id = d.organisation
            LEFT JOIN directory.people_person_name p ON p.id = d.person
            LEFT JOIN outreach.vote_delegate s ON s.delegation = d.id
            WHERE %s GROUP BY d.id, o.name, p.display_name ORDER BY name, d.id LIMIT %d
            """;

    private static final RecordMapper<Delegate> DELEGATE = RecordMapper.of(Delegate.class);

    private final JdbcClient db;
    private final Clock clock;

    DoorRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<DoorDelegation> findDelegations(MeetingId meeting) {
        return db.sql(DELEGATIONS.formatted("d.meeting = ?", MOST))
                .param(meeting.value())
                .query(RecordMapper.of(DoorDelegation.class))
                .list();
    }

    DoorDelegation findDelegation(DoorDelegationId id) {
        return db.sql(DELEGATIONS.formatted("d.id = ?", 1))
                .param(id.value())
                .query(RecordMapper.of(DoorDelegation.class))
                .optional()
                .orElseThrow(() -> new NotFound("delegation"));
    }

    /** Locks a delegation, so that two phones at the door follow each other. */
    DoorDelegation lock(DoorDelegationId id) {
        db.sql("SELECT id FROM outreach.vote_delegation WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .list();
        return findDelegation(id);
    }

    /** Adds the delegations of members that have none at the meeting, and brings up to date those that changed. */
    void saveRights(MeetingId meeting, List<Delegation> rights) {
        TransactionLock.acquire(db, "outreach.vote door " + meeting.value().toString());
        Map<Party, DoorDelegation> known = findDelegations(meeting).stream()
                .collect(Collectors.toMap(
                        it -> Party.of(it.organisation(), it.person()), Function.identity(), (first, second) -> first));
        for (Delegation each : rights) {
            DelegationRight right = each.right();
            int delegates = Objects.requireNonNullElse(right.delegates(), 0);
            int votes = Objects.requireNonNullElse(right.votes(), 0);
            DoorDelegation before = known.get(each.member().member());
            if (before == null) {
                insert(meeting, each.member().member(), delegates, votes, right.ground());
            } else if (!before.hasRight(delegates, votes, right.ground()) && before.given() <= votes) {
                db.sql("""
                                UPDATE outreach.vote_delegation SET delegates = ?, votes = ?, ground = ?, version = version + 1
                                WHERE id = ?
                                """)
                        .params(
                                delegates,
                                votes,
                                right.ground().name(),
                                before.id().value())
                        .update();
                log(before.id(), null, MovementKind.RIGHT, "", votes);
            }
        }
    }

    private void insert(MeetingId meeting, Party member, int delegates, int votes, DelegationGround ground) {
        DoorDelegationId id = new DoorDelegationId(Ids.next());
        db.sql("""
                        INSERT INTO outreach.vote_delegation (id, meeting, organisation, person, delegates, votes, ground)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(meeting.value())
                .param(member.organisation() == null ? null : member.value())
                .param(member.person() == null ? null : member.value())
                .param(delegates)
                .param(votes)
                .param(ground.name())
                .update();
        log(id, null, MovementKind.RIGHT, "", votes);
    }

    List<Delegate> findDelegates(DoorDelegationId delegation) {
        return db.sql("SELECT * FROM outreach.vote_delegate WHERE delegation = ? ORDER BY arrived_at, id")
                .param(delegation.value())
                .query(DELEGATE)
                .list();
    }

    /** All delegates of a meeting, by delegation. */
    List<Delegate> findAllDelegates(MeetingId meeting) {
        return db.sql("""
                        SELECT s.* FROM outreach.vote_delegate s JOIN outreach.vote_delegation d ON d.id = s.delegation
                        WHERE d.meeting = ? ORDER BY s.arrived_at, s.id
                        """).param(meeting.value()).query(DELEGATE).list();
    }

    /** The people named in mandate letters who are not in the hall, by delegation; delegates before substitutes. */
    List<ExpectedDelegate> findExpected(MeetingId meeting) {
        return db.sql("""
                        SELECT n.id, d.id AS delegation, n.name, n.substitute,
                               m.document IS NOT NULL AS has_letter
                        FROM outreach.vote_named n JOIN outreach.vote_mandate m ON m.id = n.mandate
                        JOIN outreach.vote_delegation d ON d.meeting = m.meeting AND d.organisation = m.organisation
                        WHERE m.meeting = ? AND NOT EXISTS (
                              SELECT FROM outreach.vote_delegate s
                              WHERE s.id = n.id OR (s.delegation = d.id AND lower(s.name) = lower(n.name)))
                        ORDER BY d.id, n.substitute, n.position, n.id
                        """)
                .param(meeting.value())
                .query(RecordMapper.of(ExpectedDelegate.class))
                .list();
    }

    Delegate findDelegate(DelegateId id) {
        return db.sql("SELECT * FROM outreach.vote_delegate WHERE id = ?")
                .param(id.value())
                .query(DELEGATE)
                .optional()
                .orElseThrow(() -> new NotFound("delegate"));
    }

    /** Inserts a delegate under the id of the person named in the mandate letter, if there is one. */
    Delegate insert(DoorDelegation group, String name, boolean letterSeen, int cards, Instant at) {
        DoorDelegationId delegation = group.id();
        String folded = TextNormalizer.fold(name);
        DelegateId id = new DelegateId(findExpected(group.meeting()).stream()
                .filter(each -> each.delegation().equals(delegation)
                        && TextNormalizer.fold(each.name()).equals(folded))
                .map(ExpectedDelegate::id)
                .findFirst()
                .orElseGet(Ids::next));
        db.sql("""
                        INSERT INTO outreach.vote_delegate (id, delegation, name, cards, letter_seen, present, arrived_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, true, ?, ?)
                        """)
                .params(id.value(), delegation.value(), name, cards, letterSeen, SqlTime.at(at), SqlTime.at(at))
                .update();
        log(delegation, id, MovementKind.ARRIVED, name, cards);
        return findDelegate(id);
    }

    /**
     * Saves the bearer, the cards and the presence of a delegate, and logs the change of rights as of now.
     *
     * @param at when it happened: earlier, if a phone had no network
     */
    void save(Delegate next, MovementKind kind, Instant at) {
        db.sql(
                        "UPDATE outreach.vote_delegate SET name = ?, cards = ?, letter_seen = ?, present = ?, changed_at = ? WHERE id = ?")
                .params(
                        next.name(),
                        next.cards(),
                        next.letterSeen(),
                        next.present(),
                        SqlTime.at(at),
                        next.id().value())
                .update();
        log(next.delegation(), next.id(), kind, next.name(), next.cards());
    }

    /**
     * Takes back a delegate who was checked in by mistake; the log keeps both.
     *
     * @throws Refused if the delegate is on the roll of a vote, or took the seat from another person
     */
    void delete(Delegate delegate) {
        boolean onRoll = db.sql("SELECT EXISTS (SELECT FROM outreach.vote_roll WHERE delegate = ?)")
                .param(delegate.id().value())
                .query(Boolean.class)
                .single();
        if (onRoll) {
            throw new Refused("vote.refused.on-roll", delegate.name());
        }
        boolean isSubstitute = db.sql(
                        "SELECT EXISTS (SELECT FROM outreach.vote_movement WHERE delegate = ? AND kind = 'SUBSTITUTED')")
                .param(delegate.id().value())
                .query(Boolean.class)
                .single();
        if (isSubstitute) {
            throw new Refused("vote.refused.substituted", delegate.name());
        }
        deleteLink(delegate.id());
        log(delegate.delegation(), null, MovementKind.UNDONE, delegate.name(), delegate.cards());
        db.sql("UPDATE outreach.vote_movement SET delegate = NULL WHERE delegate = ?")
                .param(delegate.id().value())
                .update();
        db.sql("DELETE FROM outreach.vote_delegate WHERE id = ?")
                .param(delegate.id().value())
                .update();
    }

    /** Closes the voting link of a delegate, whose bearer changes. */
    void deleteLink(DelegateId id) {
        db.sql("DELETE FROM outreach.vote_link WHERE delegate = ?")
                .param(id.value())
                .update();
    }

    private void log(
            DoorDelegationId delegation, @Nullable DelegateId delegate, MovementKind kind, String name, int cards) {
        db.sql("""
                        INSERT INTO outreach.vote_movement (id, delegation, delegate, at, kind, name, cards)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.next())
                .param(delegation.value())
                .param(delegate == null ? null : delegate.value())
                .param(SqlTime.now(clock))
                .param(kind.name())
                .param(name)
                .param(cards)
                .update();
    }

    /** The latest changes of rights of a meeting, without those of its opening. */
    List<Movement> findMovements(MeetingId meeting, int limit) {
        return db.sql("""
                        SELECT m.kind, m.at, coalesce(o.short_name, o.name, p.display_name) AS delegation, m.name, m.cards
                        FROM outreach.vote_movement m JOIN outreach.vote_delegation d ON d.id = m.delegation
                        LEFT JOIN directory.people_organisation_name o ON o.id = d.organisation
                        LEFT JOIN directory.people_person_name p ON p.id = d.person
                        WHERE d.meeting = ? AND m.kind <> 'RIGHT' ORDER BY m.at DESC, m.id DESC LIMIT ?
                        """)
                .params(meeting.value(), limit)
                .query(RecordMapper.of(Movement.class))
                .list();
    }
}
