package org.convergence.education.workshop.domain;

import java.util.List;
import java.util.Optional;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopSessionState;
import org.convergence.education.workshop.domain.WorkshopLetterSender.WorkshopLetter;
import org.convergence.education.workshop.domain.WorkshopLetterSender.WorkshopLetterKind;
import org.convergence.education.workshop.domain.WorkshopSession.WorkshopSessionFacts;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.MailingPreview;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the group that asked for a session that it was moved or cancelled. A group whose first letter still waits gets
 * one letter with the new date, or none if the session is cancelled: nobody gets a change of what was never told.
 */
@Service
@Transactional
@Requires(WorkshopPermissions.EDIT)
public class WorkshopChangeService {

    private final WorkshopRequestService requests;
    private final WorkshopSessionService scheduler;
    private final WorkshopLetterSender letters;

    WorkshopChangeService(
            WorkshopRequestService requests, WorkshopSessionService scheduler, WorkshopLetterSender letters) {
        this.requests = requests;
        this.scheduler = scheduler;
        this.letters = letters;
    }

    /**
     * Whether the letter that tells a session still waits, and will be withheld or replaced when the session changes.
     * An offer that was accepted was told otherwise.
     */
    @Transactional(readOnly = true)
    public boolean isUntold(WorkshopSession session) {
        WorkshopRequestId id = session.request();
        return id != null && letters.isUntold(id, session.state() == WorkshopSessionState.OFFERED);
    }

    /** Previews the letter of {@link #tell}; empty if none is posted. */
    @Transactional(readOnly = true)
    public Optional<MailingPreview> preview(WorkshopSession session, @Nullable WorkshopSessionFacts moved) {
        return write(session, moved).map(letters::preview);
    }

    /**
     * Tells the asker that a session was moved or cancelled.
     *
     * @param session as it was before
     * @param moved {@code null} if it is cancelled
     */
    @Transactional(label = "workshop.tell")
    public void tell(WorkshopSession session, @Nullable WorkshopSessionFacts moved) {
        write(session, moved).ifPresent(letters::post);
        if (session.request() != null) {
            letters.withholdUntrue(session.request());
        }
    }

    /**
     * Takes a cancellation back, unless the asker has its letter: then a new date is scheduled, with a letter. A letter
     * withheld since the cancellation is written again.
     *
     * @return whether a letter was posted
     */
    @Transactional(label = "workshop.restore")
    public boolean restore(WorkshopSession session) {
        WorkshopRequestId id = session.request();
        if (id == null || requests.findById(id).facts().contact().mail() == null) {
            scheduler.restore(session.typedId());
            return false;
        }
        if (letters.hasLeft(id)) {
            throw new Refused("workshop.refused.told");
        }
        scheduler.restore(session.typedId());
        boolean isUntold = letters.findStatus(id)
                .filter(last -> last.state() == LetterState.WITHHELD && WorkshopLetterKind.tellsDate(last.purpose()))
                .isPresent();
        if (isUntold) {
            letters.post(
                    requests.letter(WorkshopLetterKind.SCHEDULED, requests.findById(id), facts(session), null, ""));
        }
        return isUntold;
    }

    private static WorkshopSessionFacts facts(WorkshopSession session) {
        return new WorkshopSessionFacts(
                session.workshop(),
                session.organisation(),
                session.day(),
                session.begins(),
                session.region(),
                session.place(),
                session.hours(),
                List.of(),
                session.selfLed());
    }

    private Optional<WorkshopLetter> write(WorkshopSession session, @Nullable WorkshopSessionFacts moved) {
        WorkshopRequestId id = session.request();
        boolean isUntold = isUntold(session);
        if (id == null || requests.findById(id).facts().contact().mail() == null || (moved == null && isUntold)) {
            return Optional.empty();
        }
        WorkshopLetterKind kind = moved == null
                ? WorkshopLetterKind.CANCELLED
                : !isUntold
                        ? WorkshopLetterKind.MOVED
                        : session.state() == WorkshopSessionState.OFFERED
                                ? WorkshopLetterKind.OFFERED
                                : WorkshopLetterKind.SCHEDULED;
        return Optional.of(requests.letter(kind, requests.findById(id), moved, null, ""));
    }
}
