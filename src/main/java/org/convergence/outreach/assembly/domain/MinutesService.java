package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.QuorumPolicy.QuorumResult;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the minutes of a meeting (R-GOV-14). */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class MinutesService {

    private final EditableMeetings open;
    private final MeetingRepository meetings;
    private final AgendaItemRepository items;
    private final MinutesQueries minutes;
    private final MeetingRealisationRecorder evidence;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    MinutesService(
            EditableMeetings open,
            MeetingRepository meetings,
            AgendaItemRepository items,
            MinutesQueries minutes,
            MeetingRealisationRecorder evidence,
            OrganisationSettings settings,
            JdbcClient db) {
        this.open = open;
        this.meetings = meetings;
        this.items = items;
        this.minutes = minutes;
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
    @Transactional(label = "assembly.record-attendance")
    public QuorumResult recordAttendance(
            MeetingId id, Map<UUID, AttendanceStatus> there, String guests, @Nullable LocalDateTime at) {
        return record(open.lockEditable(id), there, guests, at, MeetingAttendance::openingQuorum);
    }

    /**
     * As {@link #recordAttendance}, with the quorum of the delegates in the hall now.
     *
     * @param now local time; {@code null} on another day, on which all that came are counted
     */
    @Transactional(label = "assembly.record-attendance")
    public QuorumResult recordQuorum(MeetingId id, @Nullable LocalDateTime now) {
        Meeting meeting = open.lockEditable(id);
        return record(
                meeting,
                Map.of(),
                meeting.guests(),
                now,
                now == null ? MeetingAttendance::openingQuorum : MeetingAttendance::quorum);
    }

    private QuorumResult record(
            Meeting meeting,
            Map<UUID, AttendanceStatus> there,
            String guests,
            @Nullable LocalDateTime at,
            Function<MeetingAttendance, QuorumResult> count) {
        if (meeting.day().isAfter(settings.today())) {
            throw new Refused("assembly.refused.not-yet", meeting.day());
        }
        for (MeetingAttendance.SeatAttendance each :
                minutes.findAttendance(meeting).seats()) {
            AttendanceStatus status = there.get(each.seat().id());
            if (status != null) {
                saveAttendance(meeting, each.seat(), status);
            }
        }
        MeetingAttendance present = minutes.findAttendance(meeting);
        QuorumResult quorum = count.apply(present);
        if (at == null && meeting.sitting().isShort() && quorum.isReached()) {
            throw new Refused("assembly.refused.quorum-hour");
        }
        LocalDateTime noted = meeting.sitting().quorumAt();
        LocalDateTime hour =
                at != null ? at : noted != null ? noted : meeting.plan().begins();
        Meeting held = meetings.save(meeting.asHeld(
                meeting.sitting().withQuorum(hour.truncatedTo(ChronoUnit.MINUTES), quorum), guests.strip()));
        evidence.recordMeeting(held, minutes.findAttendance(held));
        checkVotes(held, present);
        return quorum;
    }

    /** Forgets what the secretary confirmed without quorum, once the attendance reaches it. */
    private void checkVotes(Meeting meeting, MeetingAttendance present) {
        if (present.roll() == null && present.openingQuorum().isReached()) {
            db.sql(
                            "UPDATE outreach.assembly_resolution SET quorum_check = NULL WHERE meeting = ? AND quorum_check IS NOT NULL")
                    .param(meeting.id())
                    .update();
        }
    }

    /**
     * Records an early departure: the person's seats no longer vote.
     *
     * @param at local time; {@code null} undoes the departure
     */
    public void recordDeparture(MeetingId id, PersonId person, @Nullable LocalDateTime at) {
        Meeting meeting = open.lockHeld(id);
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

    private void saveAttendance(Meeting meeting, SeatOnDay seat, AttendanceStatus status) {
        SeatOnDay.SeatMandate who = status == AttendanceStatus.HOLDER
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
    @Transactional(label = "assembly.record-proceedings")
    public void recordProceedings(
            MeetingId id,
            @Nullable LocalDateTime opened,
            @Nullable LocalDateTime closed,
            @Nullable String chair,
            @Nullable String secretary) {
        Meeting meeting = open.lockHeld(id);
        Meeting.MeetingProceedings before = meeting.sitting();
        meetings.save(meeting.asHeld(
                new Meeting.MeetingProceedings(
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
    public void saveItemMinutes(UUID item, int version, String text) {
        AgendaItem before = open.findItem(item);
        open.lockEditable(new MeetingId(before.meeting()));
        // The same text may come twice: from the automatic save, then from the button.
        if (!before.minutes().equals(text)) {
            OptimisticLock.requireSameVersion(AgendaItem.TABLE, item, version, before.version());
            OptimisticLock.save(items, before.withMinutes(text), AgendaItem.TABLE, item, version);
        }
    }
}
