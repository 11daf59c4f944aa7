package org.convergence.outreach.assembly.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.Correspondence;
import org.convergence.directory.people.Correspondence.Reach;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.domain.Convening.Recipient;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.springframework.stereotype.Component;

/** Finds the holders and substitutes on the day of a meeting, with the last notice of each. */
@Component
class NoticeRecipients {

    private final BodyReading bodies;
    private final Correspondence correspondence;
    private final NoticeQueries notices;
    private final LetterStatusService statuses;

    NoticeRecipients(
            BodyReading bodies, Correspondence correspondence, NoticeQueries notices, LetterStatusService statuses) {
        this.bodies = bodies;
        this.correspondence = correspondence;
        this.notices = notices;
        this.statuses = statuses;
    }

    /** In the order of the seats. */
    List<Recipient> find(Meeting meeting) {
        Map<PersonId, String> sitting = new LinkedHashMap<>();
        for (SeatOn seat : bodies.seats(meeting.bodyId(), meeting.day())) {
            for (SeatOn.Sitting each : seat.sitting()) {
                sitting.putIfAbsent(each.person(), each.name());
            }
        }
        Map<PersonId, UUID> latest = notices.findLatest(meeting.id());
        Map<UUID, LetterStatus> letters = statuses.findByRecords(NoticeQueries.MATTER, latest.values());
        Map<PersonId, Reach> reach = correspondence.reach(sitting.keySet());
        List<Recipient> all = new ArrayList<>();
        sitting.forEach((person, name) -> {
            Reach how = reach.get(person);
            UUID notice = latest.get(person);
            all.add(new Recipient(
                    person,
                    name,
                    how == null ? null : how.mail(),
                    notice,
                    notice == null ? null : letters.get(notice)));
        });
        return all;
    }
}
