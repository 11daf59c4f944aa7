package org.convergence.plan.mailbox.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.SenderDirectory;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RecordingDraftSource;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.Document;
import org.springframework.stereotype.Component;

/** Prefills « C'est fait » from a forwarded mail: its subject, its day, its organisations, its attachments. */
@Component
record MailboxDraftSource(
        WaitingMailQueries waiting, MailSortingService mailSortingService, SenderDirectory correspondents)
        implements RecordingDraftSource {

    @Override
    public String kind() {
        return ForwardedMail.KIND;
    }

    @Override
    public Optional<DraftValues> find(UUID id) {
        if (!CurrentActor.get().may(MailboxPermissions.OWN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(waiting.findById(id))
                    .filter(it -> it.state() == ForwardedMail.ForwardedMailState.WAITING)
                    .map(this::toDraft);
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    private DraftValues toDraft(ForwardedMail it) {
        List<String> mails = it.people().stream()
                .map(Correspondent::mail)
                .filter(mail -> !mail.isEmpty())
                .toList();
        return new DraftValues(
                it.subject(),
                DayRange.on(it.writtenOn()),
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
        mailSortingService.becameRealisation(id);
    }
}
