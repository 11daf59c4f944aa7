package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.domain.Meeting.MeetingPlan;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterState;
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
record NoticeLetterSender(
        ContactLookup contactLookup,
        Outbox outbox,
        LetterStatusService statuses,
        NoticeQueries notices,
        NoticeLetterFormatter noticeLetterFormatter,
        JdbcClient db,
        Clock clock) {

    /** Takes back all waiting letters about a meeting, and returns their notices. */
    List<WrittenNotice> takeBack(UUID meeting) {
        List<UUID> waiting = notices.findWritten(meeting).stream()
                .filter(WrittenNotice::isWaiting)
                .map(WrittenNotice::id)
                .toList();
        statuses.takeBack(NoticeQueries.MATTER, waiting);
        // A letter that the carrier took meanwhile is not withheld.
        List<WrittenNotice> takenBack = notices.findWritten(meeting).stream()
                .filter(each -> waiting.contains(each.id()) && each.state() == LetterState.WITHHELD)
                .toList();
        markHandled(takenBack.stream().map(WrittenNotice::id).toList());
        return takenBack;
    }

    /** Makes the answers of these people for the hour of a meeting count no longer: they were told another hour since. */
    void voidReplies(Meeting now, Collection<PersonId> people) {
        db.sql("""
                        UPDATE outreach.assembly_notice SET answered_for = NULL
                         WHERE meeting = ? AND answered_for = ? AND person = ANY (?)""")
                .params(
                        now.id(),
                        now.plan().begins(),
                        people.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    /** Leaves a trace in the history of these notices, under the name of the use case. */
    private void markHandled(Collection<UUID> handled) {
        db.sql("UPDATE outreach.assembly_notice SET handled_at = :now WHERE id = ANY (:ids)")
                .param("now", SqlTime.now(clock))
                .param("ids", handled.toArray(UUID[]::new))
                .update();
    }

    /** Marks notices, as the meeting is now, as delivered by post or by hand, and returns their number. */
    int markDelivered(Meeting meeting, Collection<UUID> delivered, DeliveryMethod method, LocalDate on) {
        markHandled(delivered);
        markTold(meeting, delivered);
        return statuses.markDelivered(NoticeQueries.MATTER, delivered, new LetterDelivery(method, on, null));
    }

    /**
     * Undoes deliveries by post or by hand, deletes the notices that have no other letter, and returns the number
     * undone.
     */
    int undoDelivered(Collection<UUID> delivered) {
        Set<UUID> undone = statuses.undoDelivered(NoticeQueries.MATTER, delivered);
        markHandled(undone);
        Set<UUID> written = statuses.findByRecords(NoticeQueries.MATTER, undone).keySet();
        db.sql("DELETE FROM outreach.assembly_notice WHERE id = ANY (?) AND answer IS NULL")
                .param(undone.stream().filter(each -> !written.contains(each)).toArray(UUID[]::new))
                .update();
        return undone.size();
    }

    /**
     * Posts a letter to each person with an address; for the others, only records the notice, to be delivered
     * otherwise.
     *
     * @param told what each person was told before; {@code null} for nothing
     * @return how many letters were posted
     */
    int post(
            Meeting meeting, NoticeKind kind, Collection<PersonId> to, Function<PersonId, @Nullable MeetingPlan> told) {
        int posted = 0;
        for (PersonContact reach : contactLookup.findContacts(to).values()) {
            UUID notice = recordNotice(meeting, kind, reach.who().id());
            posted += post(meeting, kind, notice, told.apply(reach.who().id()), reach);
        }
        return posted;
    }

    /** Records that a person is convened, or told of a change. */
    UUID recordNotice(Meeting meeting, NoticeKind kind, PersonId person) {
        UUID notice = Ids.next();
        db.sql("""
                        INSERT INTO outreach.assembly_notice (id, meeting, person, kind, posted_at, meeting_version)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(notice, meeting.id(), person.value(), kind.name(), SqlTime.now(clock), meeting.version())
                .update();
        if (kind == NoticeKind.CONVENED) {
            takeAnswerAboutDates(notice);
        }
        return notice;
    }

    /** Who answered about this date when it was sought need not answer again; a date « if needed » is asked for. */
    private void takeAnswerAboutDates(UUID notice) {
        db.sql("""
                        UPDATE outreach.assembly_notice n
                           SET answer = CASE found.answer WHEN 'YES' THEN 'COMING' ELSE 'NOT_COMING' END, words = '',
                               answered_at = found.answered_at, by_link = found.by_link, answered_for = found.begins
                          FROM (SELECT p.meeting, a.person, m.begins, a.answered_at, a.by_link,
                                       a.answers[array_position(p.dates, m.begins)] AS answer
                                  FROM outreach.assembly_date_poll p
                                  JOIN outreach.assembly_meeting m ON m.id = p.meeting
                                  JOIN outreach.assembly_date_answer a ON a.poll = p.id) found
                         WHERE n.id = ? AND found.meeting = n.meeting AND found.person = n.person
                           AND found.answer IN ('YES', 'NO')""").param(notice).update();
    }

    /** Writes notices whose letters were taken back again, as the meeting is now, and returns how many were posted. */
    int rewrite(Meeting meeting, Map<PersonId, UUID> convened) {
        int posted = 0;
        for (PersonContact reach : contactLookup.findContacts(convened.keySet()).values()) {
            UUID notice = Objects.requireNonNull(convened.get(reach.who().id()));
            posted += post(meeting, NoticeKind.CONVENED, notice, null, reach);
        }
        markTold(meeting, convened.values());
        return posted;
    }

    private void markTold(Meeting meeting, Collection<UUID> told) {
        db.sql("UPDATE outreach.assembly_notice SET meeting_version = :version WHERE id = ANY (:ids)")
                .param("version", meeting.version())
                .param("ids", told.toArray(UUID[]::new))
                .update();
    }

    private int post(Meeting meeting, NoticeKind kind, UUID notice, @Nullable MeetingPlan told, PersonContact reach) {
        String mail = reach.mail();
        if (mail == null) {
            return 0;
        }
        LetterText text = noticeLetterFormatter.write(meeting, kind, told, reach.language());
        outbox.post(new Letter(
                        mail,
                        text.subject(),
                        text.text(),
                        kind.purpose(),
                        new Letter.Completion(MeetingLinkService.COMPLETER, notice))
                .regarding(NoticeQueries.MATTER, notice)
                .asLegalNotice());
        return 1;
    }

    /** Previews the notice, in the organisation's language. */
    LetterText preview(Meeting meeting) {
        return noticeLetterFormatter.preview(meeting, NoticeKind.CONVENED, null, null);
    }

    /** The notice in a person's language. */
    LetterText preview(Meeting meeting, PersonId to) {
        return preview(meeting, NoticeKind.CONVENED, to);
    }

    /** A letter of a kind in a person's language. */
    LetterText preview(Meeting meeting, NoticeKind kind, PersonId to) {
        PersonContact reach = contactLookup.findContacts(List.of(to)).get(to);
        return noticeLetterFormatter.preview(meeting, kind, null, reach == null ? null : reach.language());
    }
}
