package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.Versions;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the minutes of a meeting (R-GOV-14). */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class MinutesKeeping {

    private final OpenMeetings open;
    private final MeetingStore meetings;
    private final ItemStore items;
    private final MinutesReading reading;
    private final MeetingEvidence evidence;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    MinutesKeeping(
            OpenMeetings open,
            MeetingStore meetings,
            ItemStore items,
            MinutesReading reading,
            MeetingEvidence evidence,
            OrganisationSettings settings,
            JdbcClient db) {
        this.open = open;
        this.meetings = meetings;
        this.items = items;
        this.reading = reading;
        this.evidence = evidence;
        this.settings = settings;
        this.db = db;
    }

    /**
     * Records the attendance, which marks the meeting as held and creates its realisation. The quorum is recorded with
     * the time.
     *
     * @param there status by seat; seats left out are unchanged
     * @param guests people without a seat, one per line
     * @param at local time; {@code null} for the recorded one, or else the planned start
     * @throws Refused if the day is in the future, a vacant seat is marked present, or the quorum is now reached after
     *     a shortage and the time is missing
     */
    public QuorumPolicy.Finding attend(
            MeetingId id, Map<UUID, AttendanceStatus> there, String guests, @Nullable LocalDateTime at) {
        Meeting meeting = open.open(id);
        if (meeting.day().isAfter(settings.today())) {
            throw new Refused("assembly.refused.not-yet", meeting.day());
        }
        for (Present.OfSeat each : reading.present(meeting).seats()) {
            AttendanceStatus status = there.get(each.seat().id());
            if (status != null) {
                note(meeting, each.seat(), status);
            }
        }
        Present present = reading.present(meeting);
        if (at == null && meeting.sitting().isShort() && present.opening().isReached()) {
            throw new Refused("assembly.refused.quorum-hour");
        }
        LocalDateTime noted = meeting.sitting().quorumAt();
        LocalDateTime hour =
                at != null ? at : noted != null ? noted : meeting.plan().begins();
        Meeting now = meetings.save(meeting.held(meeting.sitting().quorum(hour, present.opening()), guests.strip()));
        evidence.held(now, present);
        return present.opening();
    }

    /**
     * Records an early departure: the person's seats no longer vote.
     *
     * @param at local time; {@code null} undoes the departure
     */
    public void depart(MeetingId id, PersonId person, @Nullable LocalDateTime at) {
        Meeting meeting = open.held(id);
        int seats = db.sql("""
                        UPDATE outreach.assembly_attendance SET left_at = :at
                        WHERE meeting = :meeting AND person = :person AND status IN ('HOLDER', 'SUBSTITUTE')
                        """)
                .param("at", at)
                .param("meeting", meeting.id())
                .param("person", person.value())
                .update();
        if (seats == 0) {
            throw new NotFound("attendance");
        }
    }

    private void note(Meeting meeting, SeatOn seat, AttendanceStatus status) {
        SeatOn.Sitting who = status == AttendanceStatus.HOLDER
                ? seat.holder()
                : status == AttendanceStatus.SUBSTITUTE ? seat.substitute() : null;
        if (status.isPresent() && who == null) {
            throw new Refused("assembly.refused.nobody-sits", seat.label());
        }
        db.sql("""
                        INSERT INTO outreach.assembly_attendance AS a (meeting, seat, status, person)
                        VALUES (:meeting, :seat, :status, :person)
                        ON CONFLICT (meeting, seat) DO UPDATE
                        SET status = excluded.status, person = excluded.person, left_at = NULL
                        WHERE (a.status, a.person) IS DISTINCT FROM (excluded.status, excluded.person)
                        """)
                .param("meeting", meeting.id())
                .param("seat", seat.id())
                .param("status", status.name())
                .param("person", who == null ? null : who.person().value())
                .update();
    }

    /** Records actual start and end, chair and secretary. */
    public void describe(
            MeetingId id,
            @Nullable LocalDateTime opened,
            @Nullable LocalDateTime closed,
            @Nullable String chair,
            @Nullable String secretary) {
        Meeting meeting = open.held(id);
        Meeting.Sitting before = meeting.sitting();
        meetings.save(meeting.held(
                new Meeting.Sitting(
                        opened,
                        closed,
                        chair,
                        secretary,
                        before.quorumAt(),
                        before.quorumPresent(),
                        before.quorumRequired()),
                meeting.guests()));
    }

    /**
     * Saves the minutes of an item.
     *
     * @param version the version that the form was opened on
     * @throws org.convergence.platform.database.EditConflict if it was changed meanwhile
     */
    public void minute(UUID item, int version, String text) {
        Item before = open.item(item);
        open.open(new MeetingId(before.meeting()));
        // The same text may come twice: from the automatic save, then from the button.
        if (!before.minutes().equals(text)) {
            Versions.requireSame(Item.TABLE, item, version, before.version());
            Versions.save(items, before.minuted(text), Item.TABLE, item, version);
        }
    }
}
