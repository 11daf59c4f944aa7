package org.convergence.outreach.vote.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.GuestNoticeSource;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.assembly.domain.WrittenNotice;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of which letters about an assembly were written to members and to people named. */
@Repository
class VoteLetterRepository implements GuestNoticeSource {

    private final JdbcClient db;
    private final Clock clock;

    VoteLetterRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A letter.
     *
     * @param named the person named; {@code null} for a letter to the member
     * @param meetingVersion the version of the meeting whose day, hour and place it tells
     */
    record VoteLetter(
            UUID id, UUID mandate, @Nullable UUID named, NoticeKind kind, int meetingVersion, Instant postedAt) {

        /** The mandate letter, or the person named. */
        UUID reader() {
            return named == null ? mandate : named;
        }
    }

    UUID insert(UUID mandate, @Nullable UUID named, NoticeKind kind, int meetingVersion) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO outreach.vote_letter (id, mandate, named, kind, meeting_version, posted_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(mandate)
                .param(named)
                .param(kind.name())
                .param(meetingVersion)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
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

    /** The first letter that left to each member: delegates who are named later do not make the notice late. */
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
                            WHERE l.mandate = v.id AND l.named IS NULL AND l.kind = 'CONVENED'
                            ORDER BY s.left_on NULLS LAST, l.posted_at DESC, l.id LIMIT 1) s
                 WHERE v.meeting = meeting.id
                 GROUP BY s.state""";
    }
}
