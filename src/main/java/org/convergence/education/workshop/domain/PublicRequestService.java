package org.convergence.education.workshop.domain;

import java.util.Optional;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.domain.WorkshopLetterSender.WorkshopLetterKind;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What anyone may do without an account: ask by the public form, and follow one request by its status link. */
@Service
@Transactional
public class PublicRequestService {

    /** The beginning of the addresses of status pages. */
    public static final String PATH = "/public/workshops/request/";

    private static final Actor BY_FORM = Actor.system("workshop form");

    /** Letters of receipt that one address gets in a day, so that the form floods nobody. */
    private static final int MOST_RECEIPTS = 3;

    private final WorkshopRequestService requests;
    private final WorkshopRequestRepository repository;
    private final WorkshopRepository workshops;
    private final WorkshopSessionRepository sessions;
    private final WorkshopLinkRepository links;
    private final WorkshopLetterSender letters;
    private final JdbcClient db;
    private final OrganisationSettings settings;

    PublicRequestService(
            WorkshopRequestService requests,
            WorkshopRequestRepository repository,
            WorkshopRepository workshops,
            WorkshopSessionRepository sessions,
            WorkshopLinkRepository links,
            WorkshopLetterSender letters,
            JdbcClient db,
            OrganisationSettings settings) {
        this.requests = requests;
        this.repository = repository;
        this.workshops = workshops;
        this.sessions = sessions;
        this.links = links;
        this.letters = letters;
        this.db = db;
        this.settings = settings;
    }

    /**
     * Receives a request by the public form, and confirms it by mail.
     *
     * @return the secret of its status page
     */
    @Open("anyone may ask for a workshop")
    @Transactional(label = "workshop.receive")
    public String receiveByForm(WorkshopRequestFacts facts) {
        return CurrentActor.callAs(BY_FORM, () -> {
            WorkshopRequest request = requests.create(facts);
            String mail = facts.contact().mail();
            if (mail != null && countToday(mail) <= MOST_RECEIPTS) {
                letters.post(requests.letter(WorkshopLetterKind.RECEIVED, request, null, null, ""));
            }
            return links.issue(request.id());
        });
    }

    private int countToday(String mail) {
        return db.sql("SELECT count(*) FROM education.workshop_request WHERE contact_mail = ? AND received_on = ?")
                .params(mail, settings.today())
                .query(Integer.class)
                .single();
    }

    /**
     * What an asker sees by the status link.
     *
     * @param session the next session; {@code null} for none
     * @param workshop its title, or that of the workshop asked for
     */
    public record RequestStatus(
            WorkshopRequest request,
            @Nullable WorkshopSession session,
            @Nullable String workshop,
            @Nullable String kitUrl) {}

    /**
     * The request of a status link.
     *
     * @throws NotFound if the secret opens nothing
     */
    @Open("a link opens the status of one request")
    @Transactional(readOnly = true)
    public RequestStatus open(String secret) {
        WorkshopRequest request = byLink(secret);
        WorkshopSession session =
                sessions.findByRequest(request.id()).stream().findFirst().orElse(null);
        WorkshopId chosen = session == null ? request.facts().workshop() : session.workshop();
        Optional<Workshop> workshop = Optional.ofNullable(chosen).flatMap(it -> workshops.findById(it.value()));
        return new RequestStatus(
                request,
                session,
                workshop.map(Workshop::title).orElse(null),
                workshop.map(Workshop::kitUrl).orElse(null));
    }

    /** The asker accepts the offered date, or takes the request back. */
    @Open("a link answers for one request")
    @Transactional(label = "workshop.accept")
    public void answerByLink(String secret, boolean accepts) {
        CurrentActor.callAs(BY_FORM, () -> {
            WorkshopRequest request = byLink(secret);
            if (accepts) {
                requests.accept(request);
            } else {
                requests.setState(request, WorkshopRequestState.WITHDRAWN);
            }
            return true;
        });
    }

    private WorkshopRequest byLink(String secret) {
        return links.find(secret).flatMap(repository::findById).orElseThrow(() -> new NotFound("request"));
    }
}
