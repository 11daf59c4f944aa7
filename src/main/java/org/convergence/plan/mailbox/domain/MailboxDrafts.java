package org.convergence.plan.mailbox.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.Correspondents;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RecordingDraft;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.Document;
import org.springframework.stereotype.Component;

/** Prefills « C'est fait » from a forwarded mail: its subject, its day, its organisations, its attachments. */
@Component
class MailboxDrafts implements RecordingDraft {

    private final WaitingMail waiting;
    private final Sorting sorting;
    private final Correspondents correspondents;

    MailboxDrafts(WaitingMail waiting, Sorting sorting, Correspondents correspondents) {
        this.waiting = waiting;
        this.sorting = sorting;
        this.correspondents = correspondents;
    }

    @Override
    public String kind() {
        return Forwarded.KIND;
    }

    @Override
    public Optional<Begun> of(UUID id) {
        if (!CurrentActor.get().may(MailboxPermissions.OWN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(waiting.one(id))
                    .filter(it -> it.state() == Forwarded.State.WAITING)
                    .map(this::begun);
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    private Begun begun(Forwarded it) {
        List<String> mails = it.people().stream()
                .map(Correspondent::mail)
                .filter(mail -> !mail.isEmpty())
                .toList();
        return new Begun(
                it.subject(),
                Days.on(it.writtenOn()),
                null,
                correspondents.recognise(mails).organisations().values().stream()
                        .map(OrganisationName::id)
                        .distinct()
                        .toList(),
                Set.of(),
                it.attachments().stream().map(Document::id).toList());
    }

    @Override
    public void recorded(UUID id, RealisationId realisation) {
        sorting.becameRealisation(id);
    }
}
