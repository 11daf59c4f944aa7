package org.convergence.plan.mailbox.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.directory.exchange.Exchanges;
import org.convergence.directory.people.Correspondents;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentKeeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where its owner says what a forwarded mail is; from then on nothing of it waits. */
@Service
@Transactional
@Requires(MailboxPermissions.OWN)
public class Sorting {

    private final MessageStore store;
    private final Exchanges exchanges;
    private final Correspondents correspondents;
    private final People people;
    private final DocumentKeeping documents;
    private final JdbcClient db;

    Sorting(
            MessageStore store,
            Exchanges exchanges,
            Correspondents correspondents,
            People people,
            DocumentKeeping documents,
            JdbcClient db) {
        this.store = store;
        this.exchanges = exchanges;
        this.correspondents = correspondents;
        this.people = people;
        this.documents = documents;
        this.db = db;
    }

    /**
     * Whom the directory does not know yet.
     *
     * @param people of the mail, whom she chose to enter
     * @param organisations names of them
     */
    public record Newcomers(Collection<Correspondent> people, Collection<String> organisations) {}

    /** Keeps it as an exchange; what was attached to it goes with the mail. */
    public ExchangeId keep(UUID id, Exchanged what, Newcomers newcomers) {
        requireOpen(id);
        Set<PersonId> persons = new LinkedHashSet<>(what.people());
        newcomers.people().forEach(each -> persons.add(correspondents.enter(each.name(), each.mail())));
        Set<OrganisationId> organisations = new LinkedHashSet<>(what.organisations());
        newcomers.organisations().forEach(name -> organisations.add(people.organisationNamed(name)));
        ExchangeId made = exchanges.record(
                new Exchanged(what.day(), what.channel(), what.subject(), what.text(), persons, organisations));
        store.delete(id);
        return made;
    }

    /** It was done: a realisation was recorded from it, which takes over what was attached. */
    public void becameRealisation(UUID id) {
        requireOpen(id);
        List<DocumentId> files = store.documents(id);
        files.forEach(each -> documents.release(each, Forwarded.owner(id)));
        db.sql("DELETE FROM plan.mailbox_message WHERE id = ?").param(id).update();
    }

    /** She wants a mail that somebody else sent: it waits like her own. */
    public void accept(UUID id) {
        if (state(id) == Forwarded.State.HELD) {
            db.sql("UPDATE plan.mailbox_message SET state = 'WAITING' WHERE id = ?")
                    .param(id)
                    .update();
        }
    }

    /** It is nothing: it goes at once. */
    public void discard(UUID id) {
        state(id);
        store.delete(id);
    }

    private void requireOpen(UUID id) {
        if (state(id) != Forwarded.State.WAITING) {
            throw new Refused("mailbox.accept-first");
        }
    }

    /** Whoever else answers waits until this transaction ends, and finds the mail gone. */
    private Forwarded.State state(UUID id) {
        return db.sql("SELECT state FROM plan.mailbox_message WHERE id = ? AND account = ? FOR UPDATE")
                .params(id, CurrentActor.get().id())
                .query(String.class)
                .optional()
                .map(Forwarded.State::valueOf)
                .orElseThrow(() -> new NotFound("mail"));
    }
}
