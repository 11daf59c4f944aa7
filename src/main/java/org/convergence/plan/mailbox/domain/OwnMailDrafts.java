package org.convergence.plan.mailbox.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.mailbox.MailDrafts;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.springframework.stereotype.Component;

/** Hands the user's forwarded mails to the forms of other modules. */
@Component
record OwnMailDrafts(WaitingMailQueries waiting, MailSortingService sorting) implements MailDrafts {

    @Override
    public Optional<MailDraft> find(UUID id) {
        if (!CurrentActor.get().may(MailboxPermissions.OWN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(waiting.findById(id))
                    .filter(it -> it.state() == ForwardedMail.ForwardedMailState.WAITING)
                    .map(it -> new MailDraft(
                            it.id(),
                            it.subject(),
                            it.text(),
                            it.writtenOn(),
                            it.people().stream()
                                    .findFirst()
                                    .map(each -> each.name().isEmpty() ? each.mail() : each.name())
                                    .orElse(""),
                            it.attachments()));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    @Override
    public void sorted(UUID id) {
        sorting.discard(id);
    }
}
