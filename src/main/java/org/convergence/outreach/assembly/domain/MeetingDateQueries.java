package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings by day, for calendars. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class MeetingDateQueries {

    private final JdbcClient db;
    private final NoticeQueries notices;

    MeetingDateQueries(JdbcClient db, NoticeQueries notices) {
        this.db = db;
        this.notices = notices;
    }

    /**
     * A planned or held meeting.
     *
     * @param notice progress of its notice; none once the meeting was held
     * @param noticeBy the last day on which its notice is in time
     * @param everyones whether it is a general assembly
     * @param hers whether the current actor holds a mandate in its body on that day
     */
    public record DatedMeeting(
            MeetingId id,
            String bodyName,
            String code,
            @Nullable String title,
            boolean planned,
            LocalDateTime begins,
            @Nullable LocalDateTime ends,
            NoticeProgress notice,
            LocalDate noticeBy,
            boolean everyones,
            boolean hers) {

        /** Its title. */
        public String name() {
            return Meeting.formatTitle(bodyName, title);
        }

        /** Whether its notice left for everyone. */
        public boolean noticeLeft() {
            return notice.leftOn() != null;
        }
    }

    /** The days of the last ordinary meetings of a body, the latest first: as many as show a rhythm. */
    public List<LocalDate> findLastOrdinary(BodyId body) {
        return db.sql("""
                        SELECT begins::date FROM outreach.assembly_meeting
                         WHERE body = ? AND state <> 'CANCELLED' AND NOT special AND NOT training
                         ORDER BY begins DESC, id DESC LIMIT ?""")
                .params(body.value(), MeetingRhythmPolicy.MEETINGS)
                .query(LocalDate.class)
                .list();
    }

    /** Meetings between two days, both included, that are not cancelled; the earliest first. */
    public List<DatedMeeting> findBetween(LocalDate from, LocalDate to) {
        return db.sql("""
                        SELECT meeting.id, b.name AS body_name, b.code, b.kind, meeting.state, meeting.title, meeting.begins, meeting.ends,
                               %s AS notice_days, CASE WHEN meeting.state = 'PLANNED' THEN %s END AS notice,
                               EXISTS (SELECT FROM outreach.assembly_seat s
                                       JOIN outreach.assembly_mandate d ON d.seat = s.id
                                       WHERE s.body = meeting.body AND d.person = CAST(:me AS uuid)
                                         AND daterange(d.since, d.until, '[]') @> meeting.begins::date) AS hers
                        FROM outreach.assembly_meeting meeting JOIN outreach.assembly_body b ON b.id = meeting.body
                        WHERE meeting.state <> 'CANCELLED' AND meeting.begins >= :from AND meeting.begins < :to
                        ORDER BY meeting.begins, meeting.id
                        """.formatted(MeetingListQueries.NOTICE_DAYS, notices.progressSql()))
                .param("me", CurrentActor.get().personId())
                .param("from", from.atStartOfDay())
                .param("to", to.plusDays(1).atStartOfDay())
                .query((row, n) -> {
                    LocalDateTime begins = row.getObject("begins", LocalDateTime.class);
                    return new DatedMeeting(
                            new MeetingId(row.getObject("id", UUID.class)),
                            row.getString("body_name"),
                            row.getString("code"),
                            row.getString("title"),
                            row.getString("state").equals(MeetingState.PLANNED.name()),
                            begins,
                            row.getObject("ends", LocalDateTime.class),
                            NoticeQueries.progress(row.getString("notice")),
                            MeetingPolicy.deadline(begins.toLocalDate(), row.getInt("notice_days")),
                            row.getString("kind").equals(BodyKind.GENERAL.name()),
                            row.getBoolean("hers"));
                })
                .list();
    }
}
