package org.convergence.resources.prospect.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.directory.exchange.Exchanges;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.Versions;
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
public class ProspectKeeping {

    private final ProspectStore store;
    private final Exchanges exchanges;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    ProspectKeeping(ProspectStore store, Exchanges exchanges, OrganisationSettings settings, JdbcClient db) {
        this.store = store;
        this.exchanges = exchanges;
        this.settings = settings;
        this.db = db;
    }

    /** An exchange with a prospect. */
    public record Done(LocalDate day, ExchangeChannel channel, String subject, String text) {}

    /** @throws NotFound if there is no such prospect */
    @Transactional(readOnly = true)
    @Requires(ProspectPermissions.READ)
    public Prospect one(ProspectId id) {
        return store.findById(id.value()).orElseThrow(() -> new NotFound("prospect"));
    }

    /**
     * Adds a prospect.
     *
     * @throws Refused if the party is already a prospect, or a member
     */
    public ProspectId add(Party party, @Nullable PersonId follower, @Nullable Next next) {
        requireFollowedByNobody(party);
        if (membership(party).isPresent()) {
            throw new Refused("prospect.refused.member");
        }
        return store.save(Prospect.of(party, follower, next, settings.today())).typedId();
    }

    /** Sets the follower and the next step. */
    public void follow(ProspectId id, int version, @Nullable PersonId follower, @Nullable Next next) {
        Prospect before = one(id);
        Versions.requireSame(Prospect.TABLE, before.id(), version, before.version());
        requireGoingOn(before);
        save(before.following(follower, next), version);
    }

    /** Records an exchange, and the next step. */
    public void did(ProspectId id, Done done, @Nullable Next next) {
        Prospect before = one(id);
        requireGoingOn(before);
        Party party = before.party();
        exchanges.record(new Exchanged(
                done.day(),
                done.channel(),
                done.subject(),
                done.text(),
                party instanceof PersonId person ? Set.of(person) : Set.of(),
                party instanceof OrganisationId organisation ? Set.of(organisation) : Set.of()));
        save(before.following(before.followedBy(), next), before.version());
    }

    /**
     * Records the outcome.
     *
     * @param state admitted, declined or later
     * @param next the next step, if it is put off
     * @throws Refused if admitted is chosen for a party that is no member, or the party has another open prospect
     */
    public void end(
            ProspectId id,
            int version,
            ProspectState state,
            LocalDate on,
            @Nullable String reason,
            @Nullable Next next) {
        Prospect before = one(id);
        Versions.requireSame(Prospect.TABLE, before.id(), version, before.version());
        requireGoingOnOnce(before, state);
        UUID membership = state == ProspectState.ADMITTED
                ? membership(before.party()).orElseThrow(() -> new Refused("prospect.refused.not-admitted"))
                : null;
        save(before.becoming(state, on, reason, membership, state == ProspectState.LATER ? next : null), version);
    }

    /**
     * Reopens a prospect.
     *
     * @throws Refused if the party has been added again meanwhile
     */
    public void takeUp(ProspectId id) {
        Prospect before = one(id);
        requireGoingOnOnce(before, ProspectState.OPEN);
        save(before.becoming(ProspectState.OPEN, null, null, null, before.next()), before.version());
    }

    private static void requireGoingOn(Prospect it) {
        if (!it.state().goesOn()) {
            throw new Refused("prospect.refused.over");
        }
    }

    private void save(Prospect it, int version) {
        Versions.save(store, it, Prospect.TABLE, it.id(), version);
    }

    private void requireGoingOnOnce(Prospect before, ProspectState state) {
        if (state.goesOn() && !before.state().goesOn()) {
            requireFollowedByNobody(before.party());
        }
    }

    /**
     * Takes a lock per party, so that two concurrent additions make one prospect. No unique index: merged parties may
     * have two.
     */
    private void requireFollowedByNobody(Party party) {
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
    private Optional<UUID> membership(Party party) {
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
