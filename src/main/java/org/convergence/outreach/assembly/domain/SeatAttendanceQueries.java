package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads how often the seats of a body were represented at the meetings held in a fiscal year. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class SeatAttendanceQueries {

    private static final String MEETINGS = """
            FROM outreach.assembly_seat s
            JOIN outreach.assembly_meeting m ON m.body = s.body AND m.state = 'HELD'
             AND m.begins >= :since AND m.begins < :until
             AND m.begins::date BETWEEN s.since AND coalesce(s.until, 'infinity')
            LEFT JOIN outreach.assembly_attendance a ON a.meeting = m.id AND a.seat = s.id
            """;

    private final OrganisationSettings settings;
    private final JdbcClient db;

    SeatAttendanceQueries(OrganisationSettings settings, JdbcClient db) {
        this.settings = settings;
        this.db = db;
    }

    /**
     * The attendance of a seat, by its holder or its substitute.
     *
     * @param held meetings that were held, without trainings
     */
    public record SeatAttendanceCount(UUID seat, int present, int held, int presentAtTrainings, int trainings) {}

    /**
     * A held meeting and the attendance of one seat.
     *
     * @param status {@code null} if not recorded
     * @param name the person who came; {@code null} for nobody
     */
    public record AttendedMeeting(
            MeetingId id,
            LocalDateTime begins,
            @Nullable String title,
            boolean training,
            @Nullable AttendanceStatus status,
            @Nullable String name) {}

    /** The first day of the fiscal year of a day. */
    public LocalDate findYear(LocalDate day) {
        return settings.current().fiscalYearOf(day);
    }

    /** The attendance of each seat in the fiscal year of a day; a seat without a meeting is left out. */
    public Map<UUID, SeatAttendanceCount> countByBody(BodyId body, LocalDate day) {
        return query("""
                        SELECT s.id AS seat,
                               count(*) FILTER (WHERE NOT m.training AND a.status IN ('HOLDER', 'SUBSTITUTE')) AS present,
                               count(*) FILTER (WHERE NOT m.training) AS held,
                               count(*) FILTER (WHERE m.training AND a.status IN ('HOLDER', 'SUBSTITUTE'))
                                   AS present_at_trainings,
                               count(*) FILTER (WHERE m.training) AS trainings
                        """ + MEETINGS + " WHERE s.body = :id GROUP BY s.id", body.value(), day)
                .query(RecordMapper.of(SeatAttendanceCount.class))
                .list()
                .stream()
                .collect(Collectors.toMap(SeatAttendanceCount::seat, Function.identity()));
    }

    /** The meetings behind the figures of one seat, the latest first. */
    public List<AttendedMeeting> findBySeat(UUID seat, LocalDate day) {
        return query(
                        "SELECT m.id, m.begins, m.title, m.training, a.status, p.display_name AS name " + MEETINGS
                                + " LEFT JOIN directory.people_person_name p ON p.id = a.person"
                                + " WHERE s.id = :id ORDER BY m.begins DESC, m.id DESC LIMIT 500",
                        seat,
                        day)
                .query(RecordMapper.of(AttendedMeeting.class))
                .list();
    }

    private JdbcClient.StatementSpec query(String sql, UUID id, LocalDate day) {
        LocalDate since = findYear(day);
        return db.sql(sql)
                .param("id", id)
                .param("since", since.atStartOfDay())
                .param("until", since.plusYears(1).atStartOfDay());
    }
}
