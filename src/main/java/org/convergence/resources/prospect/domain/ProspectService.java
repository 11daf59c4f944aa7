package org.convergence.resources.prospect.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeRecorder;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, follows and closes prospects. Admission is not here: a prospect can only end as admitted once it is a member.
 */
@Service
@Transactional
@Requires(ProspectPermissions.FOLLOW)
public class ProspectService {

    private final ProspectRepository store;
    private final ExchangeRecorder exchanges;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    ProspectService(
            ProspectRepository store, ExchangeRecorder exchanges, OrganisationSettings settings, JdbcClient db) {
        this.store = store;
        this.exchanges = exchanges;
        this.settings = settings;
        this.db = db;
    }

    /** An exchange with a prospect. */
    public record ProspectContact(LocalDate day, ExchangeChannel channel, String subject, String text) {}

    /** @throws NotFound if there is no such prospect */
    @Transactional(readOnly = true)
    @Requires(ProspectPermissions.READ)
    public Prospect findById(ProspectId id) {
        return store.findById(id.value()).orElseThrow(() -> new NotFound("prospect"));
    }

    /**
     * Adds a prospect.
     *
     * @throws Refused if the party is already a prospect, or a member
     */
    public ProspectId add(Party party, @Nullable PersonId follower, @Nullable NextStep next) {
        requireNotFollowed(party);
        if (findMembership(party).isPresent()) {
            throw new Refused("prospect.refused.member");
        }
        return store.save(Prospect.create(party, follower, next, settings.today()))
                .typedId();
    }

    /** Sets the follower and the next step. */
    public void follow(ProspectId id, int version, @Nullable PersonId follower, @Nullable NextStep next) {
        Prospect before = findById(id);
        OptimisticLock.requireSameVersion(Prospect.TABLE, before.id(), version, before.version());
        requireOngoing(before);
        save(before.withFollower(follower, next), version);
    }

    /** Records an exchange, and the next step. */
    public void recordContact(ProspectId id, ProspectContact done, @Nullable NextStep next) {
        Prospect before = findById(id);
        requireOngoing(before);
        Party party = before.party();
        exchanges.record(new ExchangeContent(
                done.day(),
                done.channel(),
                done.subject(),
                done.text(),
                party instanceof PersonId person ? Set.of(person) : Set.of(),
                party instanceof OrganisationId organisation ? Set.of(organisation) : Set.of()));
        save(before.withFollower(before.followerId(), next), before.version());
    }

    /**
     * Records the outcome.
     *
     * @param state admitted, declined or later
     * @param next the next step, if it is put off
     * @throws Refused if admitted is chosen for a party that is no member, or the party has another open prospect
     */
    public void recordOutcome(
            ProspectId id,
            int version,
            ProspectState state,
            LocalDate on,
            @Nullable String reason,
            @Nullable NextStep next) {
        Prospect before = findById(id);
        OptimisticLock.requireSameVersion(Prospect.TABLE, before.id(), version, before.version());
        requireOnlyOngoing(before, state);
        UUID membership = state == ProspectState.ADMITTED
                ? findMembership(before.party()).orElseThrow(() -> new Refused("prospect.refused.not-admitted"))
                : null;
        save(before.withState(state, on, reason, membership, state == ProspectState.LATER ? next : null), version);
    }

    /**
     * Reopens a prospect.
     *
     * @throws Refused if the party has been added again meanwhile
     */
    public void reopen(ProspectId id) {
        Prospect before = findById(id);
        requireOnlyOngoing(before, ProspectState.OPEN);
        save(before.withState(ProspectState.OPEN, null, null, null, before.next()), before.version());
    }

    private static void requireOngoing(Prospect it) {
        if (!it.state().isOngoing()) {
            throw new Refused("prospect.refused.over");
        }
    }

    private void save(Prospect it, int version) {
        OptimisticLock.save(store, it, Prospect.TABLE, it.id(), version);
    }

    private void requireOnlyOngoing(Prospect before, ProspectState state) {
        if (state.isOngoing() && !before.state().isOngoing()) {
            requireNotFollowed(before.party());
        }
    }

    /**
     * Takes a lock per party, so that two concurrent additions make one prospect. No unique index: merged parties may
     * have two.
     */
    private void requireNotFollowed(Party party) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('prospect/' || :id, 0))")
                .param("id", party.value().toString())
                .query((row, n) -> true)
                .list();
        boolean followed =
                db.sql("""
                        SELECT EXISTS (SELECT FROM resources.prospect
                                       WHERE state IN ('OPEN', 'LATER') AND :id IN (organisation, person))
                        """).param("id", party.value()).query(Boolean.class).single();
        if (followed) {
            throw new Refused("prospect.refused.twice");
        }
    }

    /** The current membership, or the next one. */
    private Optional<UUID> findMembership(Party party) {
        return db.sql("""
                        SELECT id FROM resources.membership
                        WHERE :id IN (organisation, person) AND (until IS NULL OR until >= :today) ORDER BY since LIMIT 1
                        """)
                .param("id", party.value())
                .param("today", settings.today())
                .query(UUID.class)
                .optional();
    }
}
