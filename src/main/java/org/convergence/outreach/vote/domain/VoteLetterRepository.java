package org.convergence.outreach.vote.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.GuestNoticeSource;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.assembly.domain.WrittenNotice;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of the letters about an assembly to members and to people named, with their states. */
@Repository
class VoteLetterRepository implements GuestNoticeSource {

    private final JdbcClient db;
    private final Clock clock;
    private final LetterStatusService statuses;

    VoteLetterRepository(JdbcClient db, Clock clock, LetterStatusService statuses) {
        this.db = db;
        this.clock = clock;
        this.statuses = statuses;
    }

    /**
     * A letter.
     *
     * @param named the person named; {@code null} for a letter to the member
     * @param meetingVersion the version of the meeting whose day, hour and place it tells
     * @param dueOn the last day that it told, once another one holds
     * @param delegates the right of the member that it told; {@code null} if it told none
     */
    record VoteLetter(
            UUID id,
            UUID mandate,
            @Nullable UUID named,
            NoticeKind kind,
            int meetingVersion,
            Instant postedAt,
            @Nullable LocalDate dueOn,
            @Nullable Integer delegates) {

        /** Whether it tells a member the last day for its answer. */
        boolean tellsDue() {
            return named == null && kind != NoticeKind.MOVED && kind != NoticeKind.CANCELLED;
        }

        /** The mandate letter, or the person named. */
        UUID reader() {
            return named == null ? mandate : named;
        }
    }

    UUID insert(UUID mandate, @Nullable UUID named, NoticeKind kind, int meetingVersion, @Nullable Integer delegates) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO outreach.vote_letter (id, mandate, named, kind, meeting_version, delegates, posted_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(mandate)
                .param(named)
                .param(kind.name())
                .param(meetingVersion)
                .param(delegates)
                .param(SqlTime.now(clock))
                .update();
        return id;
    }

    Optional<VoteLetter> findById(UUID id) {
        return db.sql("SELECT * FROM outreach.vote_letter WHERE id = ?")
                .param(id)
                .query(RecordMapper.of(VoteLetter.class))
                .optional();
    }

    /** The letters about a meeting, the oldest first. */
    List<VoteLetter> findByMeeting(MeetingId meeting) {
        return db.sql("""
                        SELECT l.* FROM outreach.vote_letter l JOIN outreach.vote_mandate m ON m.id = l.mandate
                         WHERE m.meeting = ? ORDER BY l.posted_at, l.id""")
                .param(meeting.value())
                .query(RecordMapper.of(VoteLetter.class))
                .list();
    }

    /** Notes that letters, which tell a meeting as it is now, were taken back or delivered. */
    void markHandled(Collection<UUID> letters, int meetingVersion) {
        db.sql("UPDATE outreach.vote_letter SET handled_at = ?, meeting_version = ? WHERE id = ANY (?)")
                .params(SqlTime.now(clock), meetingVersion, letters.toArray(UUID[]::new))
                .update();
    }

    /** Deletes a letter that was never written. */
    void delete(UUID letter) {
        db.sql("DELETE FROM outreach.vote_letter WHERE id = ?").param(letter).update();
    }

    /** Keeps the last day of now with these letters, which left, before another one holds. */
    void keepDue(Collection<UUID> letters, LocalDate next) {
        db.sql("""
                        UPDATE outreach.vote_letter l SET due_on = least(m.due_on, a.day)
                          FROM outreach.vote_mandate m JOIN outreach.assembly_meeting_day a ON a.id = m.meeting
                         WHERE m.id = l.mandate AND l.id = ANY (?) AND l.due_on IS NULL AND m.due_on <> ?""").params(letters.toArray(UUID[]::new), next).update();
    }

    /** The last letter of these kinds about a meeting, by mandate letter and by person named. */
    Map<UUID, SentLetter> findLatest(MeetingId meeting, Set<NoticeKind> kinds) {
        return findLatest(findSent(meeting), kinds);
    }

    static Map<UUID, SentLetter> findLatest(List<ReceivedLetter> sent, Set<NoticeKind> kinds) {
        Map<UUID, SentLetter> latest = new HashMap<>();
        sent.stream()
                .filter(each -> kinds.contains(each.letter().kind()))
                .forEach(each -> latest.put(each.reader(), each.letter()));
        return latest;
    }

    /** A letter to a mandate letter's member, or to a person named. */
    record ReceivedLetter(UUID reader, SentLetter letter) {}

    /** The letters about a meeting, the oldest first. */
    List<ReceivedLetter> findSent(MeetingId meeting) {
        List<VoteLetter> all = findByMeeting(meeting);
        List<UUID> ids = all.stream().map(VoteLetter::id).toList();
        Map<UUID, LetterStatus> known = new HashMap<>(statuses.findByRecords(MandateLetterSender.ASKED, ids));
        known.putAll(statuses.findByRecords(MandateLetterSender.CONVENED, ids));
        List<ReceivedLetter> sent = new ArrayList<>();
        for (VoteLetter each : all) {
            LetterStatus status = known.get(each.id());
            if (status != null) {
                sent.add(new ReceivedLetter(each.reader(), new SentLetter(each.kind(), status, each.delegates())));
            }
        }
        return sent;
    }

    /** The day on which the last notice to each organisation left or was handed over; one that waits has none yet. */
    Map<UUID, LocalDate> findNoticeDays(MeetingId meeting, ZoneId zone) {
        Map<UUID, LocalDate> days = new HashMap<>();
        db.sql("""
                        SELECT m.organisation, max(coalesce(s.left_on, l.posted_at)) AS at
                          FROM outreach.vote_letter l
                          JOIN outreach.vote_mandate m ON m.id = l.mandate
                          JOIN platform.mail_letter_status s ON s.matter = 'vote_mandate' AND s.record_id = l.id
                         WHERE m.meeting = ? AND l.named IS NULL AND l.kind = 'CONVENED'
                           AND s.state NOT IN ('WAITING', 'WITHHELD', 'REFUSED')
                         GROUP BY m.organisation""")
                .param(meeting.value())
                .query((row, n) -> days.put(
                        row.getObject("organisation", UUID.class),
                        row.getObject("at", OffsetDateTime.class)
                                .atZoneSameInstant(zone)
                                .toLocalDate()))
                .list();
        return days;
    }

    /** Withholds the waiting requests to a member, since another one is written. */
    void replace(UUID mandate) {
        statuses.replace(
                MandateLetterSender.ASKED,
                db.sql("SELECT id FROM outreach.vote_letter WHERE mandate = ? AND named IS NULL AND kind = 'CONVENED'")
                        .param(mandate)
                        .query(UUID.class)
                        .list());
    }

    /** Takes back those of these letters that wait, and returns their number. */
    int takeBack(Collection<UUID> letters) {
        return statuses.takeBack(MandateLetterSender.ASKED, letters)
                + statuses.takeBack(MandateLetterSender.CONVENED, letters);
    }

    /** The letters about a meeting with their states, the oldest first. */
    List<WrittenNotice> findWritten(MeetingId meeting) {
        return db.sql("""
                        SELECT l.id, coalesce(l.named, l.mandate) AS person, l.kind, l.meeting_version, s.state,
                               coalesce(s.queued, false) AS queued
                          FROM outreach.vote_letter l
                          JOIN outreach.vote_mandate m ON m.id = l.mandate
                          LEFT JOIN LATERAL (SELECT state, queued FROM platform.mail_letter_status
                                              WHERE matter IN ('vote_mandate', 'vote_delegate') AND record_id = l.id
                                              ORDER BY posted_at DESC, id DESC LIMIT 1) s ON true
                         WHERE m.meeting = ? ORDER BY l.posted_at, l.id""")
                .param(meeting.value())
                .query(RecordMapper.of(WrittenNotice.class))
                .list();
    }

    @Override
    public String writtenSql() {
        return """
                SELECT l.id, l.kind, 'outreach.vote_letter' AS table_name, s.state, s.left_on
                  FROM outreach.vote_letter l
                  JOIN outreach.vote_mandate m ON m.id = l.mandate
                  LEFT JOIN platform.mail_letter_status s
                         ON s.matter IN ('vote_mandate', 'vote_delegate') AND s.record_id = l.id
                 WHERE m.meeting = :meeting""";
    }

    @Override
    public String handledSql() {
        return """
                SELECT l.id::text AS id, 'outreach.vote_letter' AS table_name, CAST(:gestures AS text[]) AS gestures
                  FROM outreach.vote_letter l JOIN outreach.vote_mandate m ON m.id = l.mandate
                 WHERE m.meeting = :meeting
                UNION
                SELECT m.id::text, 'outreach.vote_mandate', ARRAY['vote.move-due']
                  FROM outreach.vote_mandate m WHERE m.meeting = :meeting""";
    }

    /**
     * The first letter that left to each member, and the members with a right that none was written to: delegates who are
     * named later do not make the notice late.
     */
    @Override
    public String progressSql() {
        return """
                SELECT s.state, count(*) AS count, min(s.left_on) AS first, max(s.left_on) AS last, 0 AS unwritten
                  FROM outreach.vote_mandate v
                 CROSS JOIN LATERAL (
                           SELECT s.state, s.left_on
                             FROM outreach.vote_letter l
                             LEFT JOIN platform.mail_letter_status s
                                    ON s.matter = 'vote_mandate' AND s.record_id = l.id
                            WHERE l.mandate = v.id AND l.named IS NULL AND l.kind IN ('CONVENED', 'MOVED')
                              AND l.meeting_version >= meeting.day_version
                            ORDER BY s.left_on NULLS LAST, l.posted_at DESC, l.id LIMIT 1) s
                 WHERE v.meeting = meeting.id
                 GROUP BY s.state
                UNION ALL
                SELECT NULL, 0, NULL, NULL, count(DISTINCT e.organisation)
                  FROM (SELECT array_agg(v.organisation) AS organisations
                          FROM outreach.vote_mandate v
                          JOIN outreach.vote_letter l ON l.mandate = v.id AND l.named IS NULL
                         WHERE v.meeting = meeting.id AND l.kind IN ('CONVENED', 'MOVED')
                           AND l.meeting_version >= meeting.day_version) told
                  JOIN resources.delegation_entitled_member e
                    ON e.days @> meeting.begins::date AND e.organisation <> ALL (told.organisations)""";
    }
}
