package org.convergence.outreach.assembly.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.MeetingRoll;
import org.convergence.outreach.assembly.MeetingRollSource;
import org.convergence.outreach.assembly.MeetingRollSource.MinutesVote;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads attendance, declared interests, consultations, and minutes to adopt. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class MinutesQueries {

    private final MeetingRepository meetings;
    private final ConsultationRepository consultations;
    private final BodyQueries bodies;
    private final List<MeetingRollSource> rolls;
    private final JdbcClient db;

    MinutesQueries(
            MeetingRepository meetings,
            ConsultationRepository consultations,
            BodyQueries bodies,
            List<MeetingRollSource> rolls,
            JdbcClient db) {
        this.rolls = rolls;
        this.meetings = meetings;
        this.consultations = consultations;
        this.bodies = bodies;
        this.db = db;
    }

    /** A conflict of interest, declared by a person with a seat or by a delegate, who is named with the delegation. */
    public record DeclaredInterest(
            UUID id,
            UUID item,
            String name,
            String nature,
            @Nullable String value,
            boolean abstained) {}

    /** An earlier held meeting of the same body whose minutes are not adopted yet. */
    public record UnadoptedMinutes(MeetingId id, LocalDate day, MinutesState state) {}

    /** The attendance of a meeting. */
    public MeetingAttendance findAttendance(MeetingId id) {
        return findAttendance(meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting")));
    }

    MeetingAttendance findAttendance(Meeting meeting) {
        Map<UUID, RecordedAttendance> known = db.sql("""
                        SELECT a.seat, a.status, a.person, p.display_name, a.left_at FROM outreach.assembly_attendance a
                        LEFT JOIN directory.people_person_name p ON p.id = a.person WHERE a.meeting = ?
                        """).param(meeting.id()).query((row, n) -> mapRow(row)).stream()
                .collect(Collectors.toMap(RecordedAttendance::seat, Function.identity()));
        List<MeetingAttendance.SeatAttendance> seats = bodies.findSeats(meeting.bodyId(), meeting.day()).stream()
                .map(seat -> {
                    RecordedAttendance it = known.get(seat.id());
                    return it == null
                            ? new MeetingAttendance.SeatAttendance(seat, null, null, null)
                            : new MeetingAttendance.SeatAttendance(seat, it.status(), it.who(), it.left());
                })
                .toList();
        return new MeetingAttendance(
                seats,
                meeting.guests(),
                bodies.findRulesOn(meeting.bodyId(), meeting.day()).quorum(),
                findRoll(meeting));
    }

    /** The roll of an assembly that counts delegations; {@code null} for any other meeting. */
    @Nullable
    MeetingRoll findRoll(Meeting meeting) {
        return bodies.findById(meeting.bodyId()).kind() == BodyKind.GENERAL
                ? rolls.stream()
                        .flatMap(each -> each.findRoll(meeting.typedId()).stream())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private record RecordedAttendance(
            UUID seat,
            AttendanceStatus status,
            MeetingAttendance.@Nullable AttendingPerson who,
            @Nullable LocalDateTime left) {}

    private static RecordedAttendance mapRow(ResultSet row) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        return new RecordedAttendance(
                row.getObject("seat", UUID.class),
                AttendanceStatus.valueOf(row.getString("status")),
                person == null
                        ? null
                        : new MeetingAttendance.AttendingPerson(new PersonId(person), row.getString("display_name")),
                row.getObject("left_at", LocalDateTime.class));
    }

    /** The interests declared at a meeting, in order. */
    public List<DeclaredInterest> findInterests(MeetingId meeting) {
        return db.sql("""
                        SELECT i.id, i.item, coalesce(p.display_name, i.delegate) AS name, i.nature, i.value, i.abstained
                        FROM outreach.assembly_interest i LEFT JOIN directory.people_person_name p ON p.id = i.person
                        WHERE i.meeting = ? ORDER BY i.id
                        """)
                .param(meeting.value())
                .query(RecordMapper.of(DeclaredInterest.class))
                .list();
    }

    /** The delegates in the hall of an assembly, with their delegations. */
    public List<String> findDelegates(MeetingId meeting) {
        return rolls.stream()
                .flatMap(each -> each.findDelegates(meeting).stream())
                .toList();
    }

    /** The votes of a meeting that no resolution tells whole, by item. */
    public List<MinutesVote> findVotes(MeetingId meeting, Words t) {
        return rolls.stream()
                .flatMap(each -> each.findVotes(meeting, t).stream())
                .toList();
    }

    /** A consultation. */
    public Consultation findConsultation(UUID id) {
        return consultations.findById(id).orElseThrow(() -> new NotFound("consultation"));
    }

    /** Earlier held meetings of the same body whose minutes are not adopted, the latest first. */
    public List<UnadoptedMinutes> findUnadopted(Meeting meeting) {
        return db.sql("""
                        SELECT id, begins::date AS day FROM outreach.assembly_meeting
                        WHERE body = :body AND state = 'HELD' AND adopted_on IS NULL AND begins < :begins
                        ORDER BY begins DESC LIMIT 5
                        """)
                .param("body", meeting.body())
                .param("begins", meeting.plan().begins())
                .query((row, n) -> new UnadoptedMinutes(
                        new MeetingId(row.getObject("id", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        MinutesState.DRAFT))
                .list();
    }
}
