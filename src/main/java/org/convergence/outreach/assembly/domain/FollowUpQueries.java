package org.convergence.outreach.assembly.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follow-ups on agendas, and open ones. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class FollowUpQueries {

    private static final String SELECT = """
            SELECT f.id, f.version, f.body, b.name AS body_name, f.meeting, f.item, f.what, f.person, p.display_name, f.who, f.due_on,
                   m.series, r.sequence, f.opened_on, f.state, f.closed_on, f.outcome, f.retakes
            FROM outreach.assembly_follow_up f
            JOIN outreach.assembly_body b ON b.id = f.body
            LEFT JOIN directory.people_person_name p ON p.id = f.person
            LEFT JOIN outreach.assembly_resolution r ON r.id = f.resolution
            LEFT JOIN outreach.assembly_meeting m ON m.id = r.meeting
            """;

    private final JdbcClient db;

    FollowUpQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * Follow-ups of the body's other meetings on the agenda of a meeting: from the day each was asked for to the day it
     * was closed, both included, so that its end is reported once.
     */
    public List<FollowUpDetails> findOnAgenda(Meeting meeting) {
        return db.sql(SELECT + """
                         WHERE f.body = :body AND f.meeting <> :meeting
                           AND daterange(f.opened_on, f.closed_on, '[]') @> CAST(:day AS date)
                         ORDER BY f.opened_on, f.id
                        """)
                .param("body", meeting.body())
                .param("meeting", meeting.id())
                .param("day", meeting.day())
                .query((row, n) -> mapRow(row))
                .list();
    }

    /** The follow-ups of a meeting, in order. */
    public List<FollowUpDetails> findByMeeting(MeetingId meeting) {
        return db.sql(SELECT + " WHERE f.meeting = ? ORDER BY f.id")
                .param(meeting.value())
                .query((row, n) -> mapRow(row))
                .list();
    }

    /**
     * A page of open follow-ups, the earliest due first, those without a due date last.
     *
     * @param after position of the last row of the page before
     */
    public List<FollowUpDetails> findOpen(@Nullable String after, int limit) {
        Keyset place = Keyset.decode(after == null ? "" : after, KeysetValueType.DAY, KeysetValueType.ID)
                .orElse(new Keyset(List.of("0001-01-01", "00000000-0000-0000-0000-000000000000")));
        return db.sql(SELECT + """
                         WHERE f.state = 'OPEN'
                           AND (coalesce(f.due_on, date '9999-12-31'), f.id) > (CAST(:day AS date), CAST(:last AS uuid))
                         ORDER BY coalesce(f.due_on, date '9999-12-31'), f.id LIMIT :limit
                        """)
                .param("day", place.values().get(0))
                .param("last", place.values().get(1))
                .param("limit", limit)
                .query((row, n) -> mapRow(row))
                .list();
    }

    /** Open follow-ups due between two days, both included. */
    public List<FollowUpDetails> findDue(LocalDate from, LocalDate to) {
        return db.sql(SELECT + """
                         WHERE f.state = 'OPEN' AND coalesce(f.due_on, date '9999-12-31') BETWEEN :from AND :to
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> mapRow(row))
                .list();
    }

    /** Open follow-ups of the current actor, the earliest due first, those without a due date last. */
    public List<FollowUpDetails> findAssignedToActor(int limit) {
        return db.sql(SELECT + """
                         WHERE f.state = 'OPEN' AND f.person = CAST(:me AS uuid)
                         ORDER BY coalesce(f.due_on, date '9999-12-31'), f.id LIMIT :limit
                        """)
                .param("me", CurrentActor.get().personId())
                .param("limit", limit)
                .query((row, n) -> mapRow(row))
                .list();
    }

    /** A follow-up. */
    public FollowUpDetails findById(UUID id) {
        return db.sql(SELECT + " WHERE f.id = ?")
                .param(id)
                .query((row, n) -> mapRow(row))
                .optional()
                .orElseThrow(() -> new NotFound("follow-up"));
    }

    /** The next planned meeting that may take up a resolution; empty for none, or if its agenda has it. */
    public Optional<MeetingId> findRetakingMeeting(FollowUpDetails it, LocalDate today) {
        return db.sql("""
                        SELECT next.id FROM (
                            SELECT id FROM outreach.assembly_meeting
                            WHERE body = :body AND state = 'PLANNED' AND begins >= CAST(:today AS date)
                            ORDER BY begins, id LIMIT 1) next
                        WHERE NOT EXISTS (SELECT FROM outreach.assembly_item i
                                          WHERE i.meeting = next.id AND i.takes_up = :id)
                        """)
                .param("body", it.body().value())
                .param("today", today)
                .param("id", it.id())
                .query((row, n) -> new MeetingId(row.getObject("id", UUID.class)))
                .optional();
    }

    private static FollowUpDetails mapRow(ResultSet row) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        String series = row.getString("series");
        String words = row.getString("who");
        return new FollowUpDetails(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new BodyId(row.getObject("body", UUID.class)),
                row.getString("body_name"),
                new MeetingId(row.getObject("meeting", UUID.class)),
                row.getObject("item", UUID.class),
                new FollowUpFacts(
                        row.getString("what"),
                        person == null ? null : new PersonId(person),
                        words,
                        row.getObject("due_on", LocalDate.class)),
                person == null ? words : row.getString("display_name"),
                series == null ? null : ResolutionLabel.format(series, row.getInt("sequence")),
                row.getObject("opened_on", LocalDate.class),
                FollowUpState.valueOf(row.getString("state")),
                row.getObject("closed_on", LocalDate.class),
                row.getString("outcome"),
                row.getBoolean("retakes"));
    }
}
