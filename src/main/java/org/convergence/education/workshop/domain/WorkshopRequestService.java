package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.education.tool.ToolStock;
import org.convergence.education.workshop.RefusalOffer;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.WorkshopSessionState;
import org.convergence.education.workshop.domain.WorkshopLetterSender.WorkshopLetter;
import org.convergence.education.workshop.domain.WorkshopLetterSender.WorkshopLetterKind;
import org.convergence.education.workshop.domain.WorkshopRequest.RefusalAnswer;
import org.convergence.education.workshop.domain.WorkshopSession.WorkshopSessionFacts;
import org.convergence.plan.time.WorkDays;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives requests and answers them: a date, an offered date, or a refusal that offers something else. */
@Service
@Transactional
@Requires(WorkshopPermissions.EDIT)
public class WorkshopRequestService {

    /** Days in which the closed days are looked for. */
    private static final int HORIZON = 60;

    /** The beginning of the codes of regions of Québec. */
    private static final String QUEBEC = "QC-";

    private final WorkshopRequestRepository repository;
    private final WorkshopRequestQueries queries;
    private final WorkshopRepository workshops;
    private final WorkshopSessionRepository sessions;
    private final WorkshopSessionService scheduler;
    private final WorkshopLetterSender letters;
    private final FacilitatorLetterCompleter facilitators;
    private final ToolStock stock;
    private final WorkDays workDays;
    private final OrganisationSettings settings;

    WorkshopRequestService(
            WorkshopRequestRepository repository,
            WorkshopRequestQueries queries,
            WorkshopRepository workshops,
            WorkshopSessionRepository sessions,
            WorkshopSessionService scheduler,
            WorkshopLetterSender letters,
            FacilitatorLetterCompleter facilitators,
            ToolStock stock,
            WorkDays workDays,
            OrganisationSettings settings) {
        this.repository = repository;
        this.queries = queries;
        this.workshops = workshops;
        this.sessions = sessions;
        this.scheduler = scheduler;
        this.letters = letters;
        this.facilitators = facilitators;
        this.stock = stock;
        this.workDays = workDays;
        this.settings = settings;
    }

    /** @throws NotFound if there is no such request */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public WorkshopRequest findById(WorkshopRequestId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("request"));
    }

    /** Records a request that came by mail or telephone. */
    @Transactional(label = "workshop.receive")
    public WorkshopRequestId receive(WorkshopRequestFacts facts) {
        return create(facts).typedId();
    }

    WorkshopRequest create(WorkshopRequestFacts facts) {
        LocalDate today = settings.today();
        Set<LocalDate> closed = workDays.findClosed(today, today.plusDays(HORIZON));
        return repository.save(
                WorkshopRequest.create(facts, today, WorkshopPolicy.promisedOn(today, closed::contains)));
    }

    /** @param version the version on which the form was opened */
    @Transactional(label = "workshop.correct")
    public void correct(WorkshopRequestId id, int version, WorkshopRequestFacts facts) {
        WorkshopRequest before = findById(id);
        OptimisticLock.requireSameVersion(WorkshopRequest.TABLE, id.value(), version, before.version());
        save(before.with(facts));
    }

    /** Previews the letter of {@link #schedule}. */
    @Transactional(readOnly = true)
    public MailingPreview preview(WorkshopRequestId id, WorkshopSessionFacts facts, String note) {
        WorkshopRequest request = findById(id);
        return letters.preview(letter(WorkshopLetterKind.of(request, facts.day()), request, facts, null, note));
    }

    /**
     * Answers with a date: scheduled if it was wished for, else offered.
     *
     * @param version the version on which the form was opened
     * @param note a personal line of the letter; may be empty
     * @throws Refused if it is answered already, or a facilitator has another session on that day
     */
    @Transactional(label = "workshop.schedule")
    public WorkshopSessionId schedule(WorkshopRequestId id, int version, WorkshopSessionFacts facts, String note) {
        WorkshopRequest request = requireOpen(id, version);
        WorkshopLetterKind kind = WorkshopLetterKind.of(request, facts.day());
        boolean scheduled = kind == WorkshopLetterKind.SCHEDULED;
        WorkshopSessionId session =
                scheduler.create(facts, id, scheduled ? WorkshopSessionState.PLANNED : WorkshopSessionState.OFFERED);
        save(request.in(
                scheduled ? WorkshopRequestState.SCHEDULED : WorkshopRequestState.OFFERED, settings.today(), null));
        letters.post(letter(kind, request, facts, null, note));
        return session;
    }

    /** Previews the letter of {@link #refuse}. */
    @Transactional(readOnly = true)
    public MailingPreview preview(WorkshopRequestId id, RefusalAnswer answer) {
        return letters.preview(
                letter(WorkshopLetterKind.REFUSED, findById(id), null, answer.alternative(), answer.note()));
    }

    /**
     * Refuses for lack of capacity, with an offer.
     *
     * @param version the version on which the form was opened
     * @throws Refused if it is answered already
     */
    @Transactional(label = "workshop.refuse")
    public void refuse(WorkshopRequestId id, int version, RefusalAnswer answer) {
        WorkshopRequest request = requireOpen(id, version);
        save(request.in(WorkshopRequestState.REFUSED, settings.today(), answer));
        letters.post(letter(WorkshopLetterKind.REFUSED, request, null, answer.alternative(), answer.note()));
    }

    private WorkshopRequest requireOpen(WorkshopRequestId id, int version) {
        WorkshopRequest request = findById(id);
        if (!request.state().isOpen()) {
            throw new Refused("workshop.refused.answered");
        }
        OptimisticLock.requireSameVersion(WorkshopRequest.TABLE, id.value(), version, request.version());
        return request;
    }

    /**
     * Hands out the copies of an order, which is answered by it: the stock falls in the same transaction.
     *
     * @throws Refused if it is answered already, or more copies than are left are not confirmed
     */
    @Transactional(label = "workshop.hand-out")
    public UUID handOut(WorkshopRequestId id, CopyHandOut copies) {
        WorkshopRequest request = requireOpen(id, copies.version());
        String region = request.facts().region();
        UUID handOut = stock.handOut(
                copies.batch(),
                copies.copies(),
                copies.setting(),
                region != null && region.startsWith(QUEBEC) ? region.substring(QUEBEC.length()) : null,
                copies.receiver(),
                copies.more());
        save(request.handedOut(handOut, settings.today()));
        return handOut;
    }

    /**
     * Takes back the copies of an order, which waits again.
     *
     * @throws Refused if these are not its copies, or no longer
     */
    @Transactional(label = "workshop.take-back")
    public void takeBack(WorkshopRequestId id, UUID handOut) {
        WorkshopRequest request = findById(id);
        if (!handOut.equals(request.handOut())) {
            throw new Refused("workshop.refused.state");
        }
        setState(request, WorkshopRequestState.RECEIVED);
    }

    WorkshopLetter letter(
            WorkshopLetterKind kind,
            WorkshopRequest request,
            @Nullable WorkshopSessionFacts session,
            @Nullable RefusalOffer offer,
            String note) {
        WorkshopId chosen = session == null ? request.facts().workshop() : session.workshop();
        Workshop workshop =
                chosen == null ? null : workshops.findById(chosen.value()).orElse(null);
        return new WorkshopLetter(
                kind,
                request,
                workshop == null ? null : workshop.title(),
                workshop == null ? null : workshop.kitUrl(),
                session == null ? null : session.day(),
                session == null ? null : session.begins(),
                session == null ? "" : session.place(),
                session != null && session.selfLed(),
                offer,
                note);
    }

    /**
     * Marks a request: clarifying, stalled, answered, spam, withdrawn (which cancels its session), or open again (which
     * takes back the copies handed out for it).
     *
     * @throws Refused if it cannot pass to that state
     */
    @Transactional(label = "workshop.mark")
    public void mark(WorkshopRequestId id, WorkshopRequestState state) {
        setState(findById(id), state);
    }

    void setState(WorkshopRequest request, WorkshopRequestState state) {
        if (!WorkshopPolicy.mayMark(request.state(), state)) {
            throw new Refused("workshop.refused.state");
        }
        if (request.state().hasSession()) {
            sessions.findByRequest(request.id()).stream()
                    .filter(session -> session.state().isAhead())
                    .forEach(session -> {
                        sessions.save(session.in(WorkshopSessionState.CANCELLED, null));
                        facilitators.withholdUntrue(session.id());
                    });
        }
        letters.undoTold(request.typedId());
        if (state.isOpen() && request.handOut() != null) {
            stock.takeBack(request.handOut());
        }
        save(request.in(state, settings.today(), null));
        letters.withholdUntrue(request.typedId());
    }

    /** The asker accepts the offered date, as told to staff. */
    @Transactional(label = "workshop.accept")
    public void accept(WorkshopRequestId id) {
        accept(findById(id));
    }

    void accept(WorkshopRequest request) {
        if (request.state() != WorkshopRequestState.OFFERED) {
            throw new Refused("workshop.refused.state");
        }
        sessions.findByRequest(request.id()).stream()
                .filter(session -> session.state() == WorkshopSessionState.OFFERED)
                .forEach(session -> sessions.save(session.in(WorkshopSessionState.PLANNED, null)));
        save(request.in(WorkshopRequestState.SCHEDULED, settings.today(), null));
        if (queries.isUntold(request.typedId())) {
            letters.markTold(request);
        }
    }

    private void save(WorkshopRequest request) {
        OptimisticLock.save(repository, request, WorkshopRequest.TABLE, request.id(), request.version());
    }

    /**
     * Notes that the group was told our answer by telephone or face to face.
     *
     * @throws Refused if there is nothing to tell
     */
    @Transactional(label = "workshop.tell-group")
    public void markTold(WorkshopRequestId id) {
        WorkshopRequest request = findById(id);
        if (!queries.isUntold(id)) {
            throw new Refused("mail.refused.told");
        }
        letters.markTold(request);
    }

    /** Takes {@link #markTold} back. */
    @Transactional(label = "workshop.untell-group")
    public void undoTold(WorkshopRequestId id) {
        letters.undoTold(id);
    }

    /** The state of the last letter; empty if there was none. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public Optional<LetterStatus> findLetter(WorkshopRequestId id) {
        return letters.findStatus(id);
    }
}
