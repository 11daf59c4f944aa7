package org.convergence.plan.mailbox.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangeRecorder;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SenderDirectory;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentStorage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sorts forwarded mails for their owner; a sorted mail is deleted. */
@Service
@Transactional
@Requires(MailboxPermissions.OWN)
public class MailSortingService {

    private final ForwardedMailRepository store;
    private final ExchangeRecorder exchanges;
    private final SenderDirectory correspondents;
    private final PeopleDirectory people;
    private final DocumentStorage documents;
    private final JdbcClient db;

    MailSortingService(
            ForwardedMailRepository store,
            ExchangeRecorder exchanges,
            SenderDirectory correspondents,
            PeopleDirectory people,
            DocumentStorage documents,
            JdbcClient db) {
        this.store = store;
        this.exchanges = exchanges;
        this.correspondents = correspondents;
        this.people = people;
        this.documents = documents;
        this.db = db;
    }

    /**
     * People and organisations to add to the directory.
     *
     * @param people of the mail, as chosen by the user
     * @param organisations their names
     */
    public record MailNewcomers(Collection<Correspondent> people, Collection<String> organisations) {}

    /** Records the mail as an exchange; its attachments are deleted with the mail. */
    @Transactional(label = "mailbox.file")
    public ExchangeId recordAsExchange(UUID id, ExchangeContent what, MailNewcomers newcomers) {
        requireOpen(id);
        Set<PersonId> persons = new LinkedHashSet<>(what.people());
        newcomers.people().forEach(each -> persons.add(correspondents.enter(each.name(), each.mail())));
        Set<OrganisationId> organisations = new LinkedHashSet<>(what.organisations());
        newcomers.organisations().forEach(name -> organisations.add(people.findOrCreateOrganisation(name)));
        ExchangeId made = exchanges.record(
                new ExchangeContent(what.day(), what.channel(), what.subject(), what.text(), persons, organisations));
        store.delete(id);
        return made;
    }

    /** Deletes a mail recorded as a realisation, which takes over its attachments. */
    public void becameRealisation(UUID id) {
        requireOpen(id);
        List<DocumentId> files = store.documents(id);
        files.forEach(each -> documents.release(each, ForwardedMail.owner(id)));
        db.sql("DELETE FROM plan.mailbox_message WHERE id = ?").param(id).update();
    }

    /** Accepts a held mail: it waits like the owner's own. */
    public void accept(UUID id) {
        if (state(id) == ForwardedMail.ForwardedMailState.HELD) {
            db.sql("UPDATE plan.mailbox_message SET state = 'WAITING' WHERE id = ?")
                    .param(id)
                    .update();
        }
    }

    /** Deletes a mail without recording it. */
    public void discard(UUID id) {
        state(id);
        store.delete(id);
    }

    private void requireOpen(UUID id) {
        if (state(id) != ForwardedMail.ForwardedMailState.WAITING) {
            throw new Refused("mailbox.accept-first");
        }
    }

    /** Locks the mail: a concurrent operation waits for this transaction, and then finds it deleted. */
    private ForwardedMail.ForwardedMailState state(UUID id) {
        return db.sql("SELECT state FROM plan.mailbox_message WHERE id = ? AND account = ? FOR UPDATE")
                .params(id, CurrentActor.get().id())
                .query(String.class)
                .optional()
                .map(ForwardedMail.ForwardedMailState::valueOf)
                .orElseThrow(() -> new NotFound("mail"));
    }
}
