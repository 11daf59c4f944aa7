package org.convergence.outreach.assembly.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.domain.MeetingNoticeService.NoticeRecipient;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.springframework.stereotype.Component;

/** Finds the holders and substitutes on the day of a meeting, with the last notice of each. */
@Component
record NoticeRecipientQueries(
        BodyQueries bodies, ContactLookup contactLookup, NoticeQueries notices, LetterStatusService statuses) {

    /** The recipients of a meeting's notice, in the order of the seats. */
    List<NoticeRecipient> find(Meeting meeting) {
        Map<PersonId, String> sitting = names(bodies.findSeats(meeting.bodyId(), meeting.day()));
        Map<PersonId, UUID> latest = notices.findLatest(meeting.id(), NoticeKind.CONVENED);
        Map<UUID, LetterStatus> letters = statuses.findByRecords(NoticeQueries.MATTER, latest.values());
        Map<PersonId, PersonContact> reach = contactLookup.findContacts(sitting.keySet());
        List<NoticeRecipient> all = new ArrayList<>();
        sitting.forEach((person, name) -> {
            PersonContact how = reach.get(person);
            UUID notice = latest.get(person);
            all.add(new NoticeRecipient(
                    person,
                    name,
                    how == null ? null : how.mail(),
                    notice,
                    notice == null ? null : letters.get(notice)));
        });
        return all;
    }

    /** The names of the people convened to a meeting, in the order of its seats. */
    Map<PersonId, String> findConvened(Meeting meeting, List<SeatOnDay> seats) {
        Map<PersonId, String> convened = names(seats);
        convened.keySet()
                .retainAll(notices.findLatest(meeting.id(), NoticeKind.CONVENED).keySet());
        return convened;
    }

    private static Map<PersonId, String> names(List<SeatOnDay> seats) {
        Map<PersonId, String> names = new LinkedHashMap<>();
        for (SeatOnDay seat : seats) {
            for (SeatOnDay.SeatMandate each : seat.mandates()) {
                names.putIfAbsent(each.person(), each.name());
            }
        }
        return names;
    }

    /** The people to whom a letter of a kind was written, with the last one; by name. */
    List<NoticeRecipient> findInformed(Meeting meeting, NoticeKind kind) {
        Map<PersonId, UUID> latest = notices.findLatest(meeting.id(), kind);
        Map<UUID, LetterStatus> letters = statuses.findByRecords(NoticeQueries.MATTER, latest.values());
        return contactLookup.findContacts(latest.keySet()).values().stream()
                .map(each -> {
                    UUID notice = latest.get(each.who().id());
                    return new NoticeRecipient(
                            each.who().id(),
                            each.who().name(),
                            each.mail(),
                            notice,
                            notice == null ? null : letters.get(notice));
                })
                .sorted(Comparator.comparing(NoticeRecipient::name))
                .toList();
    }
}
