package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes letters to holders and substitutes, each in their language if known. The link is created when the letter
 * leaves.
 */
@Component
class NoticeLetterSender {

    private final ContactLookup contactLookup;
    private final Outbox outbox;
    private final LetterStatusService statuses;
    private final NoticeQueries notices;
    private final NoticeLetterFormatter noticeLetterFormatter;
    private final JdbcClient db;
    private final Clock clock;

    NoticeLetterSender(
            ContactLookup contactLookup,
            Outbox outbox,
            LetterStatusService statuses,
            NoticeQueries notices,
            NoticeLetterFormatter noticeLetterFormatter,
            JdbcClient db,
            Clock clock) {
        this.contactLookup = contactLookup;
        this.outbox = outbox;
        this.statuses = statuses;
        this.notices = notices;
        this.noticeLetterFormatter = noticeLetterFormatter;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Informs everyone convened of a change of the meeting.
     *
     * @return how many letters were posted
     */
    int informConvened(Meeting meeting, NoticeKind kind) {
        Map<PersonId, UUID> convened = notices.findLatest(meeting.id());
        Map<UUID, LetterStatus> letters = statuses.findByRecords(NoticeQueries.MATTER, convened.values());
        List<PersonId> told = convened.entrySet().stream()
                .filter(each -> !isWithheld(letters.get(each.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        return post(meeting, kind, told);
    }

    private static boolean isWithheld(@Nullable LetterStatus letter) {
        return letter != null && letter.state() == LetterState.WITHHELD;
    }

    /** Takes back all waiting letters about a meeting, and returns their number. */
    int takeBack(UUID meeting) {
        return statuses.takeBack(NoticeQueries.MATTER, notices.findAll(meeting));
    }

    /** Marks notices as delivered by post or by hand, and returns their number. */
    int markDelivered(Collection<UUID> delivered, DeliveryMethod method, LocalDate on) {
        return statuses.markDelivered(NoticeQueries.MATTER, delivered, new LetterDelivery(method, on, null));
    }

    /**
     * Undoes deliveries by post or by hand, deletes the notices that have no other letter, and returns the number
     * undone.
     */
    int undoDelivered(Collection<UUID> delivered) {
        Set<UUID> undone = statuses.undoDelivered(NoticeQueries.MATTER, delivered);
        Set<UUID> written = statuses.findByRecords(NoticeQueries.MATTER, undone).keySet();
        db.sql("DELETE FROM outreach.assembly_notice WHERE id = ANY (?)")
                .param(undone.stream().filter(each -> !written.contains(each)).toArray(UUID[]::new))
                .update();
        return undone.size();
    }

    /**
     * Posts a letter to each person with an address; for the others, only records the notice, to be delivered
     * otherwise.
     *
     * @return how many letters were posted
     */
    int post(Meeting meeting, NoticeKind kind, Collection<PersonId> to) {
        int posted = 0;
        for (PersonContact reach : contactLookup.findContacts(to).values()) {
            UUID notice = recordNotice(meeting, kind, reach.who().id());
            String mail = reach.mail();
            if (mail != null) {
                post(meeting, kind, notice, reach.language(), mail);
                posted++;
            }
        }
        return posted;
    }

    /** Records that a person is convened. */
    UUID recordNotice(Meeting meeting, NoticeKind kind, PersonId person) {
        UUID notice = Ids.next();
        db.sql("INSERT INTO outreach.assembly_notice (id, meeting, person, kind, posted_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        notice,
                        meeting.id(),
                        person.value(),
                        kind.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return notice;
    }

    private void post(Meeting meeting, NoticeKind kind, UUID notice, @Nullable String language, String mail) {
        LetterText text = noticeLetterFormatter.format(meeting, kind, language);
        boolean linked = kind != NoticeKind.CANCELLED;
        outbox.post(new Letter(
                        mail,
                        text.subject(),
                        text.text(),
                        kind.purpose(),
                        linked ? new Letter.Completion(MeetingLinkService.COMPLETER, notice) : null)
                .regarding(NoticeQueries.MATTER, notice));
    }

    /** Previews the notice, in the organisation's language. */
    LetterText preview(Meeting meeting) {
        return noticeLetterFormatter.format(meeting, NoticeKind.CONVENED, null);
    }

    /** The notice in a person's language. */
    LetterText preview(Meeting meeting, PersonId to) {
        PersonContact reach = contactLookup.findContacts(List.of(to)).get(to);
        return noticeLetterFormatter.format(meeting, NoticeKind.CONVENED, reach == null ? null : reach.language());
    }
}
