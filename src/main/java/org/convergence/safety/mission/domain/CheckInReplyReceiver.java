package org.convergence.safety.mission.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.plan.mailbox.MailReplyReceiver;
import org.convergence.platform.access.CurrentActor;
import org.convergence.safety.mission.domain.MissionLinkService.MissionLink;
import org.springframework.stereotype.Component;

/**
 * Takes a traveller's reply to a letter as a sign of life (R-SAFE-2), at the hour at which the mail server received it. A
 * vacation reply, an empty one, or one from another address is none. Its words are stored nowhere; a duress word alerts
 * from any address.
 */
@Component
record CheckInReplyReceiver(
        MissionWatch watch,
        MissionLinkService links,
        MissionContacts contacts,
        SealedDataRepository sealed,
        CheckInRecorder recorder,
        Clock clock)
        implements MailReplyReceiver {

    @Override
    public boolean receive(MailReply reply) {
        Optional<MissionLink> link = links.findByReplyHash(reply.hash());
        CurrentActor.runAs(
                CheckInRecorder.SYSTEM,
                () -> link.filter(each -> counts(each, reply)).ifPresent(each -> record(each, reply)));
        return link.isPresent();
    }

    private boolean counts(MissionLink link, MailReply reply) {
        return !reply.automatic()
                && !reply.text().isBlank()
                && watch.travels(link.mission(), link.person())
                && !watch.findById(link.mission()).state().isOver()
                && (isOwn(link, reply) || sealed.isDuress(link.person(), reply.text()));
    }

    /** Whether the traveller's own address sent it. */
    private boolean isOwn(MissionLink link, MailReply reply) {
        PersonContact contact = contacts.find(List.of(link.person())).get(link.person());
        return !reply.forged()
                && !reply.sender().isEmpty()
                && contact != null
                && reply.sender().equalsIgnoreCase(contact.mail());
    }

    private void record(MissionLink link, MailReply reply) {
        Instant now = clock.instant();
        // A reply that waited in the mailbox answers nothing that came due after it was written.
        Instant at = reply.receivedAt().isBefore(now) ? reply.receivedAt() : now;
        recorder.record(watch.findById(link.mission()), link.person(), CheckInLine.REPLY, null, reply.text(), at);
    }
}
