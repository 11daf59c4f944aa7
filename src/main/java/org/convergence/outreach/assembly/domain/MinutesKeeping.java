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

/** Where the minutes of a meeting are written (R-GOV-14). */
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
     * Says who is there, and with that, that the meeting takes place: it becomes a realisation. Whether that is enough
     * is noted with the hour.
     *
     * @param there by seat; a seat that is left out is left as it stands
     * @param guests who is there without a seat, one on each line
     * @param at the hour on the wall; {@code null} for that which was noted before, or else at which it was to begin
     * @throws Refused where the day is still to come, someone is said to be there whose seat nobody holds, or enough are
     *     there who were too few before, and nobody says since when
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
     * Says that someone left before the end: from then on her seats have no voice.
     *
     * @param at the hour on the wall; {@code null} where she stayed after all
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

    /** Says when it began and ended, who chaired it and who wrote it down. */
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
     * Writes what the minutes say of a point.
     *
     * @param version the version that the form was opened on
     * @throws org.convergence.platform.database.EditConflict where it was changed meanwhile
     */
    public void minute(UUID item, int version, String text) {
        Item before = open.item(item);
        open.open(new MeetingId(before.meeting()));
        // What stands there already may come twice: kept while it was typed, and sent by a button.
        if (!before.minutes().equals(text)) {
            Versions.requireSame(Item.TABLE, item, version, before.version());
            Versions.save(items, before.minuted(text), Item.TABLE, item, version);
        }
    }
}
