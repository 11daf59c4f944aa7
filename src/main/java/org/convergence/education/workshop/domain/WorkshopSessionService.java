package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.WorkshopSessionState;
import org.convergence.education.workshop.domain.WorkshopSession.WorkshopSessionFacts;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Schedules, moves and cancels sessions, and records that they were held. A session held is a realisation. */
@Service
@Transactional
@Requires(WorkshopPermissions.EDIT)
public class WorkshopSessionService {

    private final WorkshopSessionRepository repository;
    private final WorkshopRequestRepository requests;
    private final WorkshopRepository workshops;
    private final JdbcClient db;
    private final FacilitatorLetterCompleter letters;
    private final RealisationRecorder realisations;
    private final ActionPlans plans;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    WorkshopSessionService(
            WorkshopSessionRepository repository,
            WorkshopRequestRepository requests,
            WorkshopRepository workshops,
            JdbcClient db,
            FacilitatorLetterCompleter letters,
            RealisationRecorder realisations,
            ActionPlans plans,
            RecipientWords words,
            OrganisationSettings settings) {
        this.repository = repository;
        this.requests = requests;
        this.workshops = workshops;
        this.db = db;
        this.letters = letters;
        this.realisations = realisations;
        this.plans = plans;
        this.words = words;
        this.settings = settings;
    }

    /** @throws NotFound if there is no such session */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public WorkshopSession findById(WorkshopSessionId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("session"));
    }

    /** The ids of a session's facilitators. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public List<UUID> findFacilitators(WorkshopSessionId id) {
        return db.sql(
                        "SELECT facilitator FROM education.workshop_session_facilitator WHERE session = ? ORDER BY facilitator")
                .param(id.value())
                .query(UUID.class)
                .list();
    }

    /**
     * Plans a session without a request.
     *
     * @throws Refused if a facilitator has another session on that day
     */
    @Transactional(label = "workshop.schedule")
    public WorkshopSessionId schedule(WorkshopSessionFacts facts) {
        return create(facts, null, WorkshopSessionState.PLANNED);
    }

    WorkshopSessionId create(
            WorkshopSessionFacts facts, @Nullable WorkshopRequestId request, WorkshopSessionState state) {
        requireFree(facts.facilitators(), facts.day(), null);
        WorkshopSession session =
                repository.save(WorkshopSession.create(facts, revision(facts.workshop()), request, state));
        setFacilitators(session.typedId(), facts.facilitators());
        return session.typedId();
    }

    private int revision(WorkshopId workshop) {
        return workshops
                .findById(workshop.value())
                .orElseThrow(() -> new NotFound("workshop"))
                .revision();
    }

    /** Locks the facilitators, so that two people cannot schedule one of them for the same day. */
    private void requireFree(List<UUID> facilitators, LocalDate day, @Nullable WorkshopSessionId except) {
        UUID[] ids = facilitators.toArray(UUID[]::new);
        db.sql("SELECT id FROM education.workshop_facilitator WHERE id = ANY (?) ORDER BY id FOR UPDATE")
                .param(ids)
                .query(UUID.class)
                .list();
        db.sql("""
                        SELECT p.display_name AS name, w.title FROM education.workshop_session_facilitator x
                        JOIN education.workshop_session s ON s.id = x.session
                        JOIN education.workshop w ON w.id = s.workshop
                        JOIN education.workshop_facilitator f ON f.id = x.facilitator
                        JOIN directory.people_person_name p ON p.id = f.person
                        WHERE x.facilitator = ANY (:ids) AND s.day = :day AND s.state <> 'CANCELLED'
                          AND s.id IS DISTINCT FROM CAST(:except AS uuid)
                        ORDER BY p.display_name LIMIT 1
                        """)
                .param("ids", ids)
                .param("day", day)
                .param("except", except == null ? null : except.value())
                .query(RecordMapper.of(BusyFacilitator.class))
                .optional()
                .ifPresent(busy -> {
                    throw new Refused("workshop.refused.busy", busy.name(), busy.title(), day);
                });
    }

    private record BusyFacilitator(String name, String title) {}

    private void setFacilitators(WorkshopSessionId session, List<UUID> facilitators) {
        db.sql("DELETE FROM education.workshop_session_facilitator WHERE session = ? AND facilitator <> ALL (?)")
                .params(session.value(), facilitators.toArray(UUID[]::new))
                .update();
        db.sql("""
                        INSERT INTO education.workshop_session_facilitator (session, facilitator)
                        SELECT :session, f.id FROM education.workshop_facilitator f WHERE f.id = ANY (:facilitators)
                        ON CONFLICT DO NOTHING
                        """)
                .param("session", session.value())
                .param("facilitators", facilitators.toArray(UUID[]::new))
                .update();
    }

    /**
     * Moves a session, or changes its place or facilitators.
     *
     * @param version the version on which the form was opened
     * @throws Refused if it is over, or a facilitator has another session on that day
     */
    @Transactional(label = "workshop.move")
    public void move(WorkshopSessionId id, int version, WorkshopSessionFacts facts) {
        WorkshopSession session = requireAhead(id);
        OptimisticLock.requireSameVersion(WorkshopSession.TABLE, id.value(), version, session.version());
        requireFree(facts.facilitators(), facts.day(), id);
        int revision = facts.workshop().equals(session.workshop()) ? session.revision() : revision(facts.workshop());
        save(session.with(facts, revision));
        setFacilitators(id, facts.facilitators());
        letters.withholdUntrue(id.value());
    }

    /** Cancels a session; its request is open again. */
    @Transactional(label = "workshop.cancel")
    public void cancel(WorkshopSessionId id) {
        save(requireAhead(id).in(WorkshopSessionState.CANCELLED, null));
        setRequest(id, WorkshopRequestState.CLARIFYING);
        letters.withholdUntrue(id.value());
    }

    /**
     * Takes {@link #cancel} back.
     *
     * @throws Refused if a facilitator has another session on that day
     */
    @Transactional(label = "workshop.restore")
    public void restore(WorkshopSessionId id) {
        WorkshopSession session = findById(id);
        if (session.state() != WorkshopSessionState.CANCELLED) {
            throw new Refused("workshop.refused.over");
        }
        requireFree(findFacilitators(id), session.day(), id);
        save(session.in(WorkshopSessionState.PLANNED, null));
        setRequest(id, WorkshopRequestState.SCHEDULED);
        letters.withholdUntrue(id.value());
    }

    private void setRequest(WorkshopSessionId id, WorkshopRequestState state) {
        WorkshopRequestId request = findById(id).request();
        if (request != null) {
            requests.findById(request.value()).ifPresent(it -> requests.save(it.in(state, settings.today(), null)));
        }
    }

    private WorkshopSession requireAhead(WorkshopSessionId id) {
        WorkshopSession session = findById(id);
        if (!session.state().isAhead()) {
            throw new Refused("workshop.refused.over");
        }
        return session;
    }

    /**
     * Records that a session was held.
     *
     * @param people the head count
     * @throws Refused if it is cancelled, or its day has not come
     */
    @Transactional(label = "workshop.hold")
    public void hold(WorkshopSessionId id, int version, int people) {
        hold(id, version, Participations.of(people));
    }

    /** The same, with women and men where they were counted. */
    @Transactional(label = "workshop.hold")
    public void hold(WorkshopSessionId id, int version, Participations people) {
        WorkshopSession session = findById(id);
        OptimisticLock.requireSameVersion(WorkshopSession.TABLE, id.value(), version, session.version());
        if (session.state() == WorkshopSessionState.CANCELLED) {
            throw new Refused("workshop.refused.over");
        }
        if (session.day().isAfter(settings.today())) {
            throw new Refused("workshop.refused.early", session.day());
        }
        save(session.in(WorkshopSessionState.HELD, people.total()));
        record(findById(id), people);
    }

    /** Takes {@link #hold} back. */
    @Transactional(label = "workshop.unhold")
    public void markPlanned(WorkshopSessionId id) {
        save(findById(id).in(WorkshopSessionState.PLANNED, null));
        realisations.withdraw(source(id));
    }

    private void save(WorkshopSession session) {
        OptimisticLock.save(repository, session, WorkshopSession.TABLE, session.id(), session.version());
    }

    /** The realisation of a session that was held. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public Optional<RealisationId> findRealisation(WorkshopSessionId id) {
        return realisations.findBySource(source(id));
    }

    private static RealisationSource source(WorkshopSessionId id) {
        return new RealisationSource(
                "education.workshop", "session", id.value().toString(), "/education/workshop/sessions/" + id.value());
    }

    private void record(WorkshopSession session, Participations people) {
        Workshop workshop = workshops.findById(session.workshop().value()).orElseThrow();
        ActionId action = workshop.action();
        realisations.record(RecordRealisationCommand.done(
                source(session.typedId()),
                new RealisationDetails(
                        TextShortener.shorten(
                                words.forOrganisation()
                                        .say(
                                                session.place().isEmpty()
                                                        ? "workshop.realisation"
                                                        : "workshop.realisation.at",
                                                workshop.title(),
                                                session.place()),
                                RealisationDetails.LONGEST_TITLE),
                        RealisationKind.WORKSHOP,
                        DayRange.on(session.day()),
                        session.region() == null ? null : Place.of(session.region()),
                        people,
                        session.organisation() == null ? Set.of() : Set.of(session.organisation())),
                new Amounts(session.hours(), null, null),
                PlanAttribution.serving(
                        action == null
                                ? Set.of()
                                : plans.findLinesById(List.of(action)).keySet())));
    }
}
