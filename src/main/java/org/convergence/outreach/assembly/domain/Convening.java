package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.Correspondence;
import org.convergence.directory.people.Correspondence.Reach;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the notice of a meeting is looked over and sent in one gesture, and its links are handed out and closed. */
@Service
@Transactional
@Requires(AssemblyPermissions.CONVENE)
public class Convening {

    private final MeetingStore meetings;
    private final BodyReading bodies;
    private final Correspondence correspondence;
    private final NoticeLetters letters;
    private final MeetingLinks links;
    private final JdbcClient db;
    private final Clock clock;

    Convening(
            MeetingStore meetings,
            BodyReading bodies,
            Correspondence correspondence,
            NoticeLetters letters,
            MeetingLinks links,
            JdbcClient db,
            Clock clock) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.correspondence = correspondence;
        this.letters = letters;
        this.links = links;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Someone to whom the notice goes.
     *
     * @param mail {@code null} where no address is known
     * @param told whether it was sent to her already
     */
    public record Recipient(
            PersonId person, String name, @Nullable String mail, boolean told) {}

    /** The notice as it would be sent now. */
    public record Notice(String subject, String text, List<Recipient> to, int links) {}

    /** What would be sent, and to whom. */
    @Transactional(readOnly = true)
    public Notice notice(MeetingId id) {
        Meeting meeting = load(id);
        NoticeText.Text text = letters.preview(meeting);
        return new Notice(text.subject(), text.body(), recipients(meeting), links.open(id.value()));
    }

    /**
     * Sends the notice to everyone who sits or sits in that day and was not sent it yet.
     *
     * @return to how many
     * @throws Refused where nobody is left to send it to, or the meeting is over or cancelled
     */
    public int convene(MeetingId id) {
        Meeting meeting = meetings.findHeldById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (meeting.state() != MeetingState.PLANNED) {
            throw new Refused("assembly.refused.not-planned");
        }
        List<PersonId> to = recipients(meeting).stream()
                .filter(each -> !each.told() && each.mail() != null)
                .map(Recipient::person)
                .toList();
        if (to.isEmpty()) {
            throw new Refused("assembly.refused.all-told");
        }
        int posted = letters.post(meeting, NoticeKind.CONVENED, to);
        if (meeting.convenedAt() == null) {
            meetings.save(meeting.convened(clock.instant()));
        }
        return posted;
    }

    /** Makes a link to hand over otherwise than by letter; its secret is told once and kept nowhere. */
    public String link(MeetingId id) {
        load(id);
        return links.issue(id.value(), null);
    }

    /** Closes all links of a meeting; answers how many were open. */
    public int closeLinks(MeetingId id) {
        load(id);
        return links.revoke(id.value());
    }

    private List<Recipient> recipients(Meeting meeting) {
        LocalDate day = meeting.day();
        Map<PersonId, String> sitting = new LinkedHashMap<>();
        for (SeatOn seat : bodies.seats(meeting.bodyId(), day)) {
            for (SeatOn.Sitting each : seat.sitting()) {
                sitting.putIfAbsent(each.person(), each.name());
            }
        }
        Set<PersonId> told = Set.copyOf(db.sql("""
                        SELECT DISTINCT person FROM outreach.assembly_notice WHERE meeting = ? AND kind = 'CONVENED'
                        """)
                .param(meeting.id())
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list());
        Map<PersonId, Reach> reach = correspondence.reach(sitting.keySet());
        List<Recipient> all = new ArrayList<>();
        sitting.forEach((person, name) -> {
            Reach how = reach.get(person);
            all.add(new Recipient(person, name, how == null ? null : how.mail(), told.contains(person)));
        });
        return all;
    }

    private Meeting load(MeetingId id) {
        return meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting"));
    }
}
