package org.convergence.resources.prospect.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeRecorder;
import org.convergence.directory.people.ChosenParty;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.AdmissionUndone;
import org.convergence.resources.membership.MemberAdmitted;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.Prospect.ProspectOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
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

    /** An admission decided so many months before its prospect was added is not its outcome. */
    private static final int MONTHS_BEFORE = 3;

    private final ProspectRepository repository;
    private final ExchangeRecorder exchanges;
    private final WorkRecorder work;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    ProspectService(
            ProspectRepository repository,
            ExchangeRecorder exchanges,
            WorkRecorder work,
            PeopleDirectory people,
            OrganisationSettings settings,
            JdbcClient db) {
        this.repository = repository;
        this.exchanges = exchanges;
        this.work = work;
        this.people = people;
        this.settings = settings;
        this.db = db;
    }

    /**
     * The follower of a prospect, the next step and the material.
     *
     * @param version the version on which the form was opened
     */
    public record ProspectFollowUp(
            int version,
            @Nullable PersonId follower,
            @Nullable NextStep next,
            @Nullable String material) {}

    /**
     * An exchange with a prospect, and the next step.
     *
     * @param isStepDone whether the step that was planned is done, so that it goes
     * @param next {@code null} if none is told: one that was planned stays, unless it is done
     */
    public record ProspectContact(
            LocalDate day,
            ExchangeChannel channel,
            String subject,
            String text,
            boolean isStepDone,
            @Nullable NextStep next) {

        public ProspectContact(
                LocalDate day, ExchangeChannel channel, String subject, String text, @Nullable NextStep next) {
            this(day, channel, subject, text, false, next);
        }
    }

    /**
     * The outcome of a prospect.
     *
     * @param version the version on which the form was opened
     * @param state admitted, declined or later
     * @param next the next step, kept if it is put off
     */
    public record ProspectClosure(
            int version,
            ProspectState state,
            ProspectOutcome outcome,
            @Nullable NextStep next) {}

    /** @throws NotFound if there is no such prospect */
    @Transactional(readOnly = true)
    @Requires(ProspectPermissions.READ)
    public Prospect findById(ProspectId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("prospect"));
    }

    /**
     * Adds a prospect, which may be new to the directory.
     *
     * @throws Refused if the party is already a prospect, or a member
     */
    public ProspectId add(ChosenParty party, ProspectFollowUp followUp) {
        return add(people.findOrCreate(party), followUp.follower(), followUp.next(), followUp.material());
    }

    /** Adds a prospect that the directory knows; refuses as {@link #add(ChosenParty, ProspectFollowUp)}. */
    public ProspectId add(Party party, @Nullable PersonId follower, @Nullable NextStep next) {
        return add(party, follower, next, null);
    }

    private ProspectId add(
            Party party, @Nullable PersonId follower, @Nullable NextStep next, @Nullable String material) {
        requireNotFollowed(party);
        if (findMembership(party).isPresent()) {
            throw new Refused("prospect.refused.member");
        }
        return repository
                .save(Prospect.create(party, follower, next, material, settings.today()))
                .typedId();
    }

    /** Sets the follower, the next step and the material. */
    public void follow(ProspectId id, ProspectFollowUp followUp) {
        Prospect before = findById(id);
        OptimisticLock.requireSameVersion(Prospect.TABLE, before.id(), followUp.version(), before.version());
        requireOngoing(before);
        NextStep was = before.next();
        NextStep next = followUp.next();
        // A form that sends a proposed day back unchanged does not set it.
        boolean same = was != null && NextStep.of(was.gesture(), was.on()).equals(next);
        save(before.withFollower(followUp.follower(), same ? was : next, followUp.material()));
    }

    /** Records an exchange, and the next step. */
    public void recordContact(ProspectId id, ProspectContact contact) {
        Prospect before = findById(id);
        requireOngoing(before);
        exchanges.record(new ExchangeContent(
                contact.day(),
                contact.channel(),
                contact.subject(),
                contact.text(),
                before.person() == null ? Set.of() : Set.of(before.person()),
                before.organisation() == null ? Set.of() : Set.of(before.organisation())));
        NextStep kept = contact.isStepDone() ? null : before.next();
        save(before.withFollower(before.follower(), contact.next() == null ? kept : contact.next(), before.material()));
    }

    /**
     * Records the outcome.
     *
     * @throws Refused if admitted is chosen for a party that is no member, or the party has another open prospect
     */
    public void recordOutcome(ProspectId id, ProspectClosure closure) {
        Prospect before = findById(id);
        OptimisticLock.requireSameVersion(Prospect.TABLE, before.id(), closure.version(), before.version());
        ProspectState state = closure.state();
        requireOnlyOngoing(before, state);
        UUID membership = state == ProspectState.ADMITTED
                ? findMembership(before.party()).orElseThrow(() -> new Refused("prospect.refused.not-admitted"))
                : null;
        NextStep next = state == ProspectState.LATER ? closure.next() : null;
        save(before.withState(state, closure.outcome(), membership, next));
        recordAdmission(
                before, state == ProspectState.ADMITTED, closure.outcome().on());
    }

    /** A member won is work of the campaign for members; a person is not named. */
    private void recordAdmission(Prospect it, boolean admitted, LocalDate on) {
        RealisationSource source = new RealisationSource(
                "resources.prospect", "admission", it.id().toString(), "/resources/prospect/" + it.id());
        OrganisationId organisation = it.organisation();
        if (!admitted) {
            work.withdraw(source);
        } else if (organisation == null) {
            work.record(source, RealisationKind.REPORT, on, "prospect.realisation.person");
        } else {
            String name = people.organisationNames(List.of(organisation)).values().stream()
                    .map(OrganisationName::name)
                    .findFirst()
                    .orElse("");
            work.record(source, RealisationKind.REPORT, on, "prospect.realisation", name);
        }
    }

    /** Closes the ongoing prospect of a party that is admitted: the decision needs no second form. */
    @EventListener
    @Open("handles an authorised admission")
    public void admitted(MemberAdmitted event) {
        find(
                        "SELECT id FROM resources.prospect WHERE state IN ('OPEN', 'LATER') AND ? IN (organisation, person)",
                        event.member().value())
                .ifPresent(before -> {
                    LocalDate today = settings.today();
                    LocalDate on = event.on().isAfter(today) ? today : event.on();
                    save(before.withState(
                            ProspectState.ADMITTED, new ProspectOutcome(on, null), event.membership(), null));
                    // An old member entered later is no member won.
                    recordAdmission(before, !on.isBefore(before.openedOn().minusMonths(MONTHS_BEFORE)), on);
                });
    }

    /** Reopens the prospect of an admission that was a mistake. */
    @EventListener
    @Open("handles an authorised undoing")
    public void undone(AdmissionUndone event) {
        find("SELECT id FROM resources.prospect WHERE membership = ?", event.membership())
                .ifPresent(before -> {
                    save(before.withState(ProspectState.OPEN, null, null, null));
                    recordAdmission(before, false, settings.today());
                });
    }

    private Optional<Prospect> find(String sql, UUID id) {
        return db.sql(sql).param(id).query(UUID.class).stream().findFirst().flatMap(repository::findById);
    }

    /**
     * Reopens a prospect.
     *
     * @throws Refused if the party has been added again meanwhile
     */
    public void reopen(ProspectId id) {
        Prospect before = findById(id);
        requireOnlyOngoing(before, ProspectState.OPEN);
        save(before.withState(ProspectState.OPEN, null, null, before.next()));
        recordAdmission(before, false, settings.today());
    }

    private static void requireOngoing(Prospect it) {
        if (!it.state().isOngoing()) {
            throw new Refused("prospect.refused.over");
        }
    }

    private void save(Prospect it) {
        OptimisticLock.save(repository, it, Prospect.TABLE, it.id(), it.version());
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
        TransactionLock.acquire(db, "prospect/" + party.value().toString());
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
                        SELECT id FROM resources.membership_period
                        WHERE :id IN (organisation, person) AND (until IS NULL OR until >= :today) ORDER BY since LIMIT 1
                        """)
                .param("id", party.value())
                .param("today", settings.today())
                .query(UUID.class)
                .optional();
    }
}
