package org.convergence.outreach.assembly.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.mail.LetterState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which notices were written, and whether they left. */
@Component
class NoticeQueries {

    /** The matter of letters that regard a notice. */
    static final String MATTER = "assembly_notice";

    private static final String TABLE = "outreach.assembly_notice";

    private static final String LATEST = """
            SELECT DISTINCT ON (meeting, person) id, meeting, person FROM outreach.assembly_notice
             WHERE meeting = ANY (:meetings) AND kind = :kind
             ORDER BY meeting, person, posted_at DESC, id DESC""";

    /** The state of the last letter of notice {@code n}. */
    private static final String LETTER = """
            LEFT JOIN LATERAL (SELECT state, queued, left_on FROM platform.mail_letter_status
                                WHERE matter = 'assembly_notice' AND record_id = n.id
                                ORDER BY posted_at DESC, id DESC LIMIT 1) s ON true""";

    /** The people of {@code meeting} who were written to, by the state of their letter, and those who were not. */
    private static final String PROGRESS_OF_SEATS = """
            SELECT s.state, count(*) AS count, min(s.left_on) AS first, max(s.left_on) AS last, 0 AS unwritten
              FROM n
              %s
             GROUP BY s.state
            UNION ALL
            SELECT NULL, 0, NULL, NULL, count(DISTINCT d.person)
              FROM outreach.assembly_seat s
              JOIN outreach.assembly_mandate d
                ON d.seat = s.id AND d.since <= meeting.begins::date
               AND coalesce(d.until, 'infinity') >= meeting.begins::date
             WHERE s.body = meeting.body AND meeting.begins::date BETWEEN s.since AND coalesce(s.until, 'infinity')
               AND EXISTS (SELECT FROM n) AND d.person NOT IN (SELECT person FROM n)""".formatted(LETTER);

    /** The notices of the meeting {@code :meeting}, as {@link GuestNoticeSource#writtenSql}. */
    private static final String WRITTEN = """
            SELECT n.id, n.kind, 'outreach.assembly_notice' AS table_name, s.state, s.left_on
              FROM outreach.assembly_notice n
              %s
             WHERE n.meeting = :meeting""".formatted(LETTER);

    /** Their rows with a history, also of those deleted, as {@link GuestNoticeSource#handledSql}. */
    private static final String HANDLED = """
            SELECT id::text AS id, :table AS table_name, CAST(:gestures AS text[]) AS gestures
              FROM outreach.assembly_notice WHERE meeting = :meeting
            UNION
            SELECT row_id, :table, CAST(:gestures AS text[])
              FROM platform.audit_change
             WHERE table_name = :table AND operation = 'DELETE' AND redacted_at IS NULL AND before ->> 'meeting' = :key""";

    private final JdbcClient db;
    private final String progressSql;
    private final String postingsSql;
    private final String gesturesSql;

    NoticeQueries(JdbcClient db, List<GuestNoticeSource> guests) {
        this.db = db;
        this.progressSql = """
                (WITH n AS MATERIALIZED (
                     SELECT DISTINCT ON (person) id, person FROM outreach.assembly_notice
                      WHERE meeting = meeting.id AND kind IN ('CONVENED', 'MOVED')
                        AND meeting_version >= meeting.day_version
                      ORDER BY person, kind, posted_at DESC, id DESC)
                 SELECT jsonb_agg(g) FROM (%s) g)""".formatted(union(PROGRESS_OF_SEATS, guests, GuestNoticeSource::progressSql));
        this.postingsSql = """
                SELECT a.transaction_id AS posting, min(a.at) AS at, a.actor_label AS who, n.kind, n.state,
                       count(*)::int AS count, min(n.left_on) AS first, max(n.left_on) AS last
                  FROM (%s) n
                  JOIN platform.audit_change a ON a.table_name = n.table_name
                   AND a.row_id = n.id::text AND a.operation = 'INSERT'
                 WHERE a.gesture <> :delivering
                 GROUP BY a.transaction_id, a.actor_label, n.kind, n.state ORDER BY a.transaction_id DESC""".formatted(union(WRITTEN, guests, GuestNoticeSource::writtenSql));
        this.gesturesSql = """
                SELECT min(a.at) AS at, a.actor_label AS who, a.gesture, count(DISTINCT a.row_id)::int AS people
                  FROM (%s) n JOIN platform.audit_change a ON a.row_id = n.id AND a.table_name = n.table_name
                 WHERE a.gesture = ANY (n.gestures)
                 GROUP BY a.transaction_id, a.actor_label, a.gesture ORDER BY a.transaction_id DESC""".formatted(union(HANDLED, guests, GuestNoticeSource::handledSql));
    }

    private record NoticeStateCount(
            @Nullable LetterState state,
            int count,
            @Nullable Instant first,
            @Nullable Instant last,
            int unwritten) {}

    /**
     * SQL for the progress of the notice of the row {@code meeting} to people with a seat and to guests, to be read by
     * {@link #progress(String)}. A letter that told another day is none; one that moved the meeting to its day is.
     */
    String progressSql() {
        return progressSql;
    }

    /** The rows for people with a seat, and those for guests. */
    private static String union(
            String ofSeats, List<GuestNoticeSource> guests, Function<GuestNoticeSource, String> ofGuests) {
        return Stream.concat(Stream.of(ofSeats), guests.stream().map(ofGuests))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** The progress that {@link #progressSql} gives; {@code null} stands for no notice. */
    static NoticeProgress progress(@Nullable String counts) {
        return counts == null
                ? NoticeProgress.NONE
                : Stream.of(Json.parse(counts, NoticeStateCount[].class))
                        .map(NoticeQueries::progress)
                        .reduce(NoticeProgress.NONE, NoticeProgress::plus);
    }

    private static NoticeProgress progress(NoticeStateCount group) {
        return group.state() == null
                ? new NoticeProgress(NoticeProgress.NONE.letters(), group.count(), group.unwritten())
                : NoticeProgress.of(group.state(), group.count(), group.first(), group.last());
    }

    private record PostingStateCount(
            long posting,
            Instant at,
            String who,
            NoticeKind kind,
            @Nullable LetterState state,
            int count,
            @Nullable Instant first,
            @Nullable Instant last) {}

    private record PostingKey(long posting, NoticeKind kind) {}

    /** The postings of a meeting's notices, each with the state of its letters today; the latest first. */
    List<SentNotice> findPostings(UUID meeting) {
        Map<PostingKey, SentNotice> found = new LinkedHashMap<>();
        db.sql(postingsSql)
                .param("meeting", meeting)
                .param("delivering", NoticeGesture.DELIVER)
                .query(RecordMapper.of(PostingStateCount.class))
                .list()
                .forEach(each -> found.merge(
                        new PostingKey(each.posting(), each.kind()),
                        new SentNotice(
                                each.at(),
                                each.who(),
                                each.kind(),
                                NoticeProgress.of(each.state(), each.count(), each.first(), each.last())),
                        (one, other) -> new SentNotice(
                                one.at(), one.who(), one.kind(), one.progress().plus(other.progress()))));
        return List.copyOf(found.values());
    }

    /** The progress of the notice of one meeting, to people with a seat and to guests. */
    NoticeProgress findByMeeting(MeetingId meeting) {
        return progress(
                db.sql("SELECT " + progressSql() + " FROM outreach.assembly_meeting meeting WHERE meeting.id = ?")
                        .param(meeting.value())
                        .query(String.class)
                        .optional()
                        .orElse(null));
    }

    /** The last notice of a kind to each person. */
    Map<PersonId, UUID> findLatest(UUID meeting, NoticeKind kind) {
        Map<PersonId, UUID> latest = new HashMap<>();
        db.sql(LATEST)
                .param("meetings", new UUID[] {meeting})
                .param("kind", kind.name())
                .query((row, n) ->
                        latest.put(new PersonId(row.getObject("person", UUID.class)), row.getObject("id", UUID.class)))
                .list();
        return latest;
    }

    /** All notices of a meeting, of any kind; the oldest first. */
    List<WrittenNotice> findWritten(UUID meeting) {
        return db.sql(
                        "SELECT n.id, n.person, n.kind, n.meeting_version, s.state, coalesce(s.queued, false) AS queued FROM outreach.assembly_notice n "
                                + LETTER + " WHERE n.meeting = :meeting ORDER BY n.posted_at, n.id")
                .param("meeting", meeting)
                .query(RecordMapper.of(WrittenNotice.class))
                .list();
    }

    /** The deliveries of a meeting's notices, their undoing, and the letters taken back; the latest first. */
    List<NoticeGesture> findGestures(UUID meeting) {
        return db.sql(gesturesSql)
                .param("meeting", meeting)
                .param("key", meeting.toString())
                .param("table", TABLE)
                .param("gestures", NoticeGesture.NAMES.toArray(String[]::new))
                .query(RecordMapper.of(NoticeGesture.class))
                .list();
    }
}
