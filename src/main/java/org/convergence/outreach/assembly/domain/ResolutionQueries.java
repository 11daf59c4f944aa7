package org.convergence.outreach.assembly.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.search.FullTextQuery;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Resolutions, the latest first, with full-text search. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class ResolutionQueries {

    /** The organisation represented on that day: that of the person's first seat. */
    private static final String SAT_FOR = """
            (SELECT coalesce(o.short_name, o.name) FROM outreach.assembly_attendance a
             JOIN outreach.assembly_seat s ON s.id = a.seat JOIN directory.people_organisation_name o ON o.id = s.organisation
             WHERE a.meeting = r.meeting AND a.person = r.%s ORDER BY s.position LIMIT 1)""";

    /**
     * What the attendance of a meeting {@code m} of a body {@code b} says of the quorum of a resolution {@code r}: it is
     * doubted if it was noted with a quorum that those recorded as present at the opening do not reach, until the
     * secretary confirms it. An assembly counts its door instead.
     */
    static final String QUORUM_CHECK = """
            CASE WHEN r.quorum_check = 'CONFIRMED' THEN 'CONFIRMED'
                 WHEN m.quorum_present < m.quorum_required AND r.quorum_present IS NULL AND r.present > 0
                      AND b.kind <> 'GENERAL' THEN 'DOUBTED' END""";

    // The limit of the last join keeps its tables out of the search for a join order, which cost more than the rows.
    private static final String SELECT =
            """
            SELECT r.id, r.version, m.series, r.sequence, b.name AS body, r.meeting, r.item, m.begins::date AS day, r.text,
                   r.proposer, coalesce(pp.display_name, r.proposed_by) AS proposer_name, %s AS proposer_for,
                   r.seconder, coalesce(sp.display_name, r.seconded_by) AS seconder_name, %s AS seconder_for,
                   r.unanimous, r.in_favour, r.against, r.abstained, r.present, r.quorum_present, r.quorum_required, %s AS quorum_check, r.majority, r.carried, r.dissent,
                   r.ratifies, r.review_on,
                   f.state AS retake, f.series AS decided_series, f.sequence AS decided_sequence, f.carried AS confirmed
            FROM outreach.assembly_resolution r
            JOIN outreach.assembly_meeting m ON m.id = r.meeting JOIN outreach.assembly_body b ON b.id = m.body
            LEFT JOIN directory.people_person_name pp ON pp.id = r.proposer
            LEFT JOIN directory.people_person_name sp ON sp.id = r.seconder
            LEFT JOIN LATERAL (
                SELECT f.state, m.series, d.sequence, d.carried FROM outreach.assembly_follow_up f
                LEFT JOIN outreach.assembly_resolution d ON d.id = f.decided_by
                LEFT JOIN outreach.assembly_meeting m ON m.id = d.meeting
                WHERE f.resolution = r.id AND f.retakes LIMIT 1) f ON true
            """.formatted(SAT_FOR.formatted("proposer"), SAT_FOR.formatted("seconder"), QUORUM_CHECK);

    private static final String NUMBERED = " AND m.series = :series AND r.sequence = :sequence";

    private final JdbcClient db;

    ResolutionQueries(JdbcClient db) {
        this.db = db;
    }

    /** The resolutions of a meeting, in order. */
    public List<ResolutionDetails> findByMeeting(MeetingId meeting) {
        return db.sql(SELECT + " WHERE r.meeting = ? ORDER BY r.sequence")
                .param(meeting.value())
                .query((row, n) -> passed(row))
                .list();
    }

    /**
     * Carried resolutions of the body whose review is due at a meeting. The first meeting held by then reviews them, so
     * that the last one held before reviewed all that was due by its day;
     * until then they are on the agenda of each planned meeting.
     */
    List<Agenda.DueReview> findDueForReview(Meeting meeting) {
        return db.sql("""
                        WITH last AS MATERIALIZED (
                            SELECT id, begins::date AS day FROM outreach.assembly_meeting
                             WHERE body = :body AND state = 'HELD' AND begins < :begins
                             ORDER BY begins DESC, id DESC LIMIT 1)
                        SELECT r.id, m.series, r.sequence, r.review_on, r.text
                          FROM (SELECT * FROM outreach.assembly_resolution
                                 WHERE carried AND review_on <= CAST(:begins AS date)
                                   AND review_on > coalesce((SELECT day FROM last), '-infinity')
                                UNION ALL
                                SELECT * FROM outreach.assembly_resolution
                                 WHERE carried AND review_on <= (SELECT day FROM last)
                                   AND meeting = (SELECT id FROM last)) r
                         CROSS JOIN LATERAL (SELECT series, body, begins FROM outreach.assembly_meeting
                                              WHERE id = r.meeting LIMIT 1) m
                         WHERE m.body = :body AND m.begins < :begins
                         ORDER BY r.review_on, r.id LIMIT 50
                        """)
                .param("body", meeting.body())
                .param("begins", meeting.plan().begins())
                .query((row, n) -> new Agenda.DueReview(
                        row.getObject("id", UUID.class),
                        ResolutionLabel.format(row.getString("series"), row.getInt("sequence")),
                        row.getObject("review_on", LocalDate.class),
                        row.getString("text")))
                .list();
    }

    /** A resolution. */
    public ResolutionDetails findById(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("resolution"));
    }

    /** The resolution with this id. */
    Optional<ResolutionDetails> find(UUID id) {
        return db.sql(SELECT + " WHERE r.id = ?")
                .param(id)
                .query((row, n) -> passed(row))
                .optional();
    }

    /**
     * A page of resolutions, the latest first.
     *
     * @param typed words of the text, the last may be incomplete, or a number; empty for all
     * @param after position of the last row of the page before
     */
    public List<ResolutionDetails> findLatest(String typed, @Nullable String after, int limit) {
        Keyset place = Keyset.decode(after == null ? "" : after, KeysetValueType.DAY, KeysetValueType.ID)
                .orElse(new Keyset(List.of("9999-12-31", "ffffffff-ffff-ffff-ffff-ffffffffffff")));
        String words = FullTextQuery.parse(typed).orElse("");
        Optional<ResolutionLabel.ResolutionPosition> number = ResolutionLabel.parse(typed.strip());
        String found = typed.isBlank() ? "" : number.isPresent() ? NUMBERED : " AND " + holding(words);
        // The condition on the day alone is redundant: it lets the planner use the index order.
        return db.sql(SELECT + """
                         WHERE m.begins::date <= CAST(:day AS date)
                           AND (m.begins::date, r.id) < (CAST(:day AS date), CAST(:last AS uuid))
                        """ + found + " ORDER BY m.begins::date DESC, r.id DESC LIMIT :limit")
                .param("words", words)
                .param(
                        "series",
                        number.map(ResolutionLabel.ResolutionPosition::series).orElse(""))
                .param(
                        "sequence",
                        number.map(ResolutionLabel.ResolutionPosition::sequence).orElse(0))
                .param("day", place.values().get(0))
                .param("last", place.values().get(1))
                .param("limit", limit)
                .query((row, n) -> passed(row))
                .list();
    }

    private String holding(String words) {
        return words.isEmpty() ? "false" : FullTextCondition.condition("outreach.assembly_resolution", "r", words, db);
    }

    /** The keyset position from which the next page starts. */
    public static String positionAfter(ResolutionDetails last) {
        return Keyset.of(last.day(), last.id()).encode();
    }

    private static ResolutionDetails passed(ResultSet row) throws SQLException {
        UUID proposer = row.getObject("proposer", UUID.class);
        UUID seconder = row.getObject("seconder", UUID.class);
        Majority majority = Json.parse(row.getString("majority")).as(Majority.class);
        boolean unanimous = row.getBoolean("unanimous");
        return new ResolutionDetails(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                ResolutionLabel.format(row.getString("series"), row.getInt("sequence")),
                row.getString("body"),
                new MeetingId(row.getObject("meeting", UUID.class)),
                row.getObject("item", UUID.class),
                row.getObject("day", LocalDate.class),
                new ResolutionFacts(
                        row.getString("text"),
                        proposer == null ? null : new PersonId(proposer),
                        seconder == null ? null : new PersonId(seconder),
                        unanimous
                                ? null
                                : new ResolutionFacts.Ballot(
                                        row.getInt("in_favour"), row.getInt("against"), row.getInt("abstained")),
                        majority.article().equals("–") ? null : majority.article(),
                        row.getString("dissent"),
                        row.getObject("ratifies", UUID.class),
                        row.getObject("review_on", LocalDate.class)),
                mover(row, "proposer"),
                mover(row, "seconder"),
                new ResolutionFacts.OpenedVote(
                        row.getInt("present"),
                        row.getObject("quorum_present", Integer.class),
                        row.getObject("quorum_required", Integer.class)),
                TextParser.constant(row.getString("quorum_check"), ResolutionFacts.QuorumCheck.class)
                        .orElse(null),
                majority,
                row.getBoolean("carried"),
                retake(row));
    }

    private static ResolutionDetails.@Nullable ResolutionRetake retake(ResultSet row) throws SQLException {
        String state = row.getString("retake");
        String series = row.getString("decided_series");
        return state == null
                ? null
                : new ResolutionDetails.ResolutionRetake(
                        TextParser.constant(state, FollowUpState.class).orElse(FollowUpState.OPEN),
                        series == null ? null : ResolutionLabel.format(series, row.getInt("decided_sequence")),
                        row.getBoolean("confirmed"));
    }

    private static ResolutionDetails.@Nullable ResolutionMover mover(ResultSet row, String who) throws SQLException {
        String name = row.getString(who + "_name");
        return name == null ? null : new ResolutionDetails.ResolutionMover(name, row.getString(who + "_for"));
    }
}
