package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.domain.GuestReplySource.GuestContact;
import org.convergence.outreach.assembly.domain.MailedReplyPolicy.MailedReply;
import org.convergence.outreach.assembly.domain.MeetingLinkService.NoticeReader;
import org.convergence.plan.mailbox.MailReplyReceiver;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Notes the answer of a convened person or a delegate to the letter about a meeting (R-GOV-16): « oui » or « non » as the
 * first word, from the address of the letter, for the hour that the letter tells. An automatic reply is none. What is
 * unclear, or asks something, is passed on to the organisation's own address, where answers arrive otherwise.
 */
@Component
record MailedReplyReceiver(
        MeetingLinkService links,
        MeetingRepository meetings,
        BodyRepository bodies,
        MeetingReplyService replies,
        ObjectProvider<GuestReplySource> guests,
        ContactLookup contacts,
        Outbox outbox,
        OrganisationSettings settings,
        RecipientWords words,
        BaseUrl baseUrl)
        implements MailReplyReceiver {

    private static final Actor REPLIER = Actor.system("meeting reply");

    private static final int LONGEST = 2_000;

    @Override
    public boolean receive(MailReply reply) {
        Optional<NoticeReader> reader = links.findReplier(reply.hash());
        return reader.isPresent()
                && (reply.automatic() || CurrentActor.callAs(REPLIER, () -> take(reader.get(), reply)));
    }

    /** Notes the answer or passes it on; false if it can be neither, so that it counts among the mails for nobody. */
    private boolean take(NoticeReader reader, MailReply reply) {
        Meeting meeting = meetings.findById(reader.meeting()).orElseThrow();
        GuestContact contact = findContact(reader);
        String own = reply.text().substring(reply.text().indexOf('\n') + 1).strip();
        Optional<MailedReply> answer = MailedReplyPolicy.read(own);
        Words t = words.forOrganisation();
        if (reply.forged() || reply.sender().isEmpty() || !reply.sender().equalsIgnoreCase(contact.mail())) {
            return passOn(meeting, contact, reply, own, t.say("assembly.letter.mailed.stranger"), t);
        }
        if (answer.isEmpty()) {
            return passOn(meeting, contact, reply, own, t.say("assembly.letter.mailed.unclear"), t);
        }
        if (!reader.current() || !replies.isOpen(meeting)) {
            return passOn(meeting, contact, reply, own, t.say("assembly.letter.mailed.late"), t);
        }
        replies.reply(reader, answer.get().answer(), answer.get().words());
        if (own.contains("?")) {
            String noted = t.say("assembly.reply.noted." + answer.get().answer());
            passOn(meeting, contact, reply, own, t.say("assembly.letter.mailed.noted", noted), t);
        }
        return true;
    }

    private GuestContact findContact(NoticeReader reader) {
        UUID guest = reader.guest();
        UUID person = reader.person();
        if (guest != null) {
            return guests.getObject().findContact(guest).orElse(new GuestContact("", null));
        }
        return person == null
                ? new GuestContact("", null)
                : Optional.ofNullable(contacts.findContacts(List.of(new PersonId(person)))
                                .get(new PersonId(person)))
                        .map(each -> new GuestContact(each.who().name(), each.mail()))
                        .orElse(new GuestContact("", null));
    }

    private boolean passOn(Meeting meeting, GuestContact contact, MailReply reply, String own, String noted, Words t) {
        String to = settings.current().identity().mail();
        if (to.isBlank()) {
            return false;
        }
        String title = Meeting.formatTitle(
                bodies.findById(meeting.body()).map(Body::name).orElse(""),
                meeting.plan().title());
        outbox.post(new Letter(
                to,
                t.say("assembly.letter.mailed.subject", title),
                t.say(
                        "assembly.letter.mailed.text",
                        contact.name().isBlank() ? reply.sender() : contact.name(),
                        title,
                        t.dayAndDate(meeting.day()),
                        noted,
                        TextShortener.shorten(own, LONGEST),
                        reply.sender(),
                        baseUrl.value() + "/outreach/assembly/meetings/" + meeting.id() + "#replies"),
                "assembly_mailed",
                null));
        return true;
    }
}
