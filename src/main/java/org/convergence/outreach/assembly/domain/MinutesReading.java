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
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads attendance, declared interests, consultations, and minutes to adopt. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class MinutesReading {

    private final MeetingStore meetings;
    private final ConsultationStore consultations;
    private final BodyReading bodies;
    private final JdbcClient db;

    MinutesReading(MeetingStore meetings, ConsultationStore consultations, BodyReading bodies, JdbcClient db) {
        this.meetings = meetings;
        this.consultations = consultations;
        this.bodies = bodies;
        this.db = db;
    }

    /** A declared conflict of interest. */
    public record Interest(
            UUID id,
            UUID item,
            PersonId person,
            String name,
            String nature,
            @Nullable String value,
            boolean abstained) {}

    /** An earlier held meeting of the same body whose minutes are not adopted yet. */
    public record Earlier(MeetingId id, LocalDate day, MinutesState state) {}

    /** The attendance of a meeting. */
    public Present present(MeetingId id) {
        return present(meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting")));
    }

    Present present(Meeting meeting) {
        Map<UUID, Noted> known = db.sql("""
                        SELECT a.seat, a.status, a.person, p.display_name, a.left_at FROM outreach.assembly_attendance a
                        LEFT JOIN directory.people_person p ON p.id = a.person WHERE a.meeting = ?
                        """).param(meeting.id()).query((row, n) -> noted(row)).stream()
                .collect(Collectors.toMap(Noted::seat, Function.identity()));
        List<Present.OfSeat> seats = bodies.seats(meeting.bodyId(), meeting.day()).stream()
                .map(seat -> {
                    Noted it = known.get(seat.id());
                    return it == null
                            ? new Present.OfSeat(seat, null, null, null)
                            : new Present.OfSeat(seat, it.status(), it.who(), it.left());
                })
                .toList();
        return new Present(
                seats,
                meeting.guests(),
                bodies.rulesOn(meeting.bodyId(), meeting.day()).quorum());
    }

    private record Noted(
            UUID seat,
            AttendanceStatus status,
            Present.@Nullable Named who,
            @Nullable LocalDateTime left) {}

    private static Noted noted(ResultSet row) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        return new Noted(
                row.getObject("seat", UUID.class),
                AttendanceStatus.valueOf(row.getString("status")),
                person == null ? null : new Present.Named(new PersonId(person), row.getString("display_name")),
                row.getObject("left_at", LocalDateTime.class));
    }

    /** The interests declared at a meeting, in order. */
    public List<Interest> interests(MeetingId meeting) {
        return db.sql("""
                        SELECT i.id, i.item, i.person, p.display_name, i.nature, i.value, i.abstained
                        FROM outreach.assembly_interest i JOIN directory.people_person p ON p.id = i.person
                        WHERE i.meeting = ? ORDER BY i.id
                        """)
                .param(meeting.value())
                .query((row, n) -> interest(row))
                .list();
    }

    /** A consultation. */
    public Consultation consultation(UUID id) {
        return consultations.findById(id).orElseThrow(() -> new NotFound("consultation"));
    }

    /** Earlier held meetings of the same body whose minutes are not adopted, the latest first. */
    public List<Earlier> toAdopt(Meeting meeting) {
        return db.sql("""
                        SELECT id, begins::date AS day FROM outreach.assembly_meeting
                        WHERE body = :body AND state = 'HELD' AND adopted_on IS NULL AND begins < :begins
                        ORDER BY begins DESC LIMIT 5
                        """)
                .param("body", meeting.body())
                .param("begins", meeting.plan().begins())
                .query((row, n) -> new Earlier(
                        new MeetingId(row.getObject("id", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        MinutesState.DRAFT))
                .list();
    }

    private static Interest interest(ResultSet row) throws SQLException {
        return new Interest(
                row.getObject("id", UUID.class),
                row.getObject("item", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("display_name"),
                row.getString("nature"),
                row.getString("value"),
                row.getBoolean("abstained"));
    }
}
