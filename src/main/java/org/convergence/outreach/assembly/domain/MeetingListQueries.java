package org.convergence.outreach.assembly.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of meetings, each row with the deadline of its notice. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class MeetingListQueries {

    /** SQL for the notice days on the day of a meeting {@code meeting}, as in {@link BodyQueries#findRulesOn}. */
    static final String NOTICE_DAYS = """
            coalesce((SELECT r.notice_days FROM outreach.assembly_rules r
                      WHERE r.body = meeting.body AND r.since <= meeting.begins::date ORDER BY r.since DESC LIMIT 1),
                     (SELECT r.notice_days FROM outreach.assembly_rules r
                      WHERE r.body = meeting.body ORDER BY r.since LIMIT 1))
            """;

    private final JdbcClient db;
    private final NoticeQueries notices;

    MeetingListQueries(JdbcClient db, NoticeQueries notices) {
        this.db = db;
        this.notices = notices;
    }

    /**
     * SQL for rows.
     *
     * @param noticed condition of those that have their notice and its deadline; without parameters, with which the
     *     server would plan this long query each time
     */
    private String rows(String noticed) {
        return """
            SELECT meeting.id, meeting.version, meeting.body, b.name AS body_name, b.code, b.kind, meeting.state, meeting.title,
                   meeting.begins, meeting.convened_at, meeting.adopted_on, meeting.signed_on,
                   CASE WHEN %s THEN %s END AS notice_days, CASE WHEN %s THEN %s END AS notice
            FROM outreach.assembly_meeting meeting JOIN outreach.assembly_body b ON b.id = meeting.body
            """.formatted(noticed, NOTICE_DAYS, noticed, notices.progressSql());
    }

    /**
     * A meeting in a list.
     *
     * @param title its own title besides the body; {@code null} for none
     * @param convenedAt when its notice was put in the outbox; {@code null} if it was not
     * @param notice progress of its notice
     * @param noticeBy the last day on which its notice is in time
     */
    public record MeetingListRow(
            MeetingId id,
            BodyId body,
            String bodyName,
            String code,
            BodyKind kind,
            MeetingState state,
            MinutesState minutes,
            @Nullable String title,
            LocalDateTime begins,
            @Nullable Instant convenedAt,
            LocalDate noticeBy,
            NoticeProgress notice) {

        /** Its title. */
        public String name() {
            return Meeting.formatTitle(bodyName, title);
        }

        /** The keyset position from which the next page starts. */
        public String position() {
            return Keyset.of(begins.toLocalDate(), begins.toLocalTime(), id).encode();
        }
    }

    /** Planned meetings, including past ones not yet confirmed as held; the earliest first. */
    public List<MeetingListRow> findPlanned(int limit) {
        return db.sql(rows("true") + " WHERE meeting.state = 'PLANNED' ORDER BY meeting.begins, meeting.id LIMIT "
                        + limit)
                .query((row, n) -> line(row))
                .list();
    }

    /**
     * As {@link #findLatest}, with the notices of planned meetings only, and without the deadline of others: a list shows
     * no other, and each costs a read.
     */
    public List<MeetingListRow> findLatestForList(@Nullable BodyId body, @Nullable String after, int limit) {
        return findRows(body, after, limit, false);
    }

    /**
     * A page of meetings, the latest first.
     *
     * @param body a body; {@code null} for all
     * @param after position of the last row of the page before
     */
    public List<MeetingListRow> findLatest(@Nullable BodyId body, @Nullable String after, int limit) {
        return findRows(body, after, limit, true);
    }

    private List<MeetingListRow> findRows(
            @Nullable BodyId body, @Nullable String after, int limit, boolean allNotices) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> where = new ArrayList<>();
        if (body != null) {
            where.add("meeting.body = :body");
            parameters.put("body", body.value());
        }
        Keyset.decode(after == null ? "" : after, KeysetValueType.DAY, KeysetValueType.TEXT, KeysetValueType.ID)
                .filter(place -> place.values().get(1).matches("[0-2]\\d:[0-5]\\d(:[0-5]\\d)?"))
                .ifPresent(place -> {
                    where.add("(meeting.begins, meeting.id) < (CAST(:begins AS timestamp), CAST(:last AS uuid))");
                    parameters.put(
                            "begins",
                            place.values().get(0) + " " + place.values().get(1));
                    parameters.put("last", place.values().get(2));
                });
        String narrowed = where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
        // A limit written out, as a parameter would have the server plan this query each time.
        return db.sql(rows(allNotices ? "true" : "meeting.state = 'PLANNED'") + narrowed
                        + " ORDER BY meeting.begins DESC, meeting.id DESC LIMIT " + limit)
                .params(parameters)
                .query((row, n) -> line(row))
                .list();
    }

    private static MeetingListRow line(ResultSet row) throws SQLException {
        LocalDateTime begins = row.getObject("begins", LocalDateTime.class);
        OffsetDateTime convened = row.getObject("convened_at", OffsetDateTime.class);
        MeetingState state = MeetingState.valueOf(row.getString("state"));
        MinutesState minutes = state != MeetingState.HELD
                ? MinutesState.NONE
                : row.getObject("signed_on") != null
                        ? MinutesState.SIGNED
                        : row.getObject("adopted_on") != null ? MinutesState.ADOPTED : MinutesState.DRAFT;
        return new MeetingListRow(
                new MeetingId(row.getObject("id", UUID.class)),
                new BodyId(row.getObject("body", UUID.class)),
                row.getString("body_name"),
                row.getString("code"),
                BodyKind.valueOf(row.getString("kind")),
                state,
                minutes,
                row.getString("title"),
                begins,
                convened == null ? null : convened.toInstant(),
                MeetingPolicy.deadline(begins.toLocalDate(), row.getInt("notice_days")),
                NoticeQueries.progress(row.getString("notice")));
    }
}
