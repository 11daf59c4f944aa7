package org.convergence.outreach.anniversary.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.anniversary.AnniversaryPermissions;
import org.convergence.outreach.anniversary.domain.AnniversaryService.AnniversaryId;
import org.convergence.outreach.anniversary.domain.AnniversaryService.PartKind;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads anniversaries with their parts, as the modules of these tell them, and the days of their committee. */
@Service
@Transactional(readOnly = true)
@Requires(AnniversaryPermissions.READ)
public class AnniversaryQueries {

    private static final int MOST = 200;
    private static final int MOST_OF_A_KIND = 50;

    private static final String ANNIVERSARIES = """
            SELECT a.*, b.name AS body_name, (SELECT count(*) FROM outreach.anniversary_part p WHERE p.anniversary = a.id) AS parts
            FROM outreach.anniversary a LEFT JOIN outreach.assembly_body_name b ON b.id = a.body
            """;

    /** The records that can be parts, with what their modules publish of them; needs today. */
    private static final String RECORDS = """
            SELECT 'EVENT' AS kind, e.id AS subject, e.name AS title, '/outreach/event/' || e.id AS url, e.day, e.target, e.income,
                   e.costs, NULL::bigint AS stops, NULL::bigint AS people, e.state = 'CANCELLED' AS is_off
            FROM outreach.event_result e
            UNION ALL
            SELECT 'EXHIBITION', x.id, x.title, '/outreach/exhibition/' || x.id,
                   (SELECT min(o.day) FROM unnest(x.openings) AS o (day) WHERE o.day >= :today), NULL, NULL, NULL, x.stops, x.people, false
            FROM outreach.exhibition_circuit x
            UNION ALL
            SELECT 'APPEAL', p.appeal, p.french_title, '/resources/appeal/' || p.appeal, p.closes_on, p.target,
                   (SELECT coalesce(sum(f.effect), 0) FROM resources.fund_flow f WHERE f.fund = p.fund AND f.kind = 'RECEIVED'),
                   NULL, NULL, NULL, false
            FROM resources.appeal_outcome p
            UNION ALL
            SELECT 'CALL', c.id, c.name, '/resources/dues/calls/' || c.id, c.due_on, c.asked, coalesce(c.paid, 0), NULL, NULL, NULL, false
            FROM resources.dues_appeal c
            """;

    /** The records that are no parts of an anniversary yet; a place counts within a kind, the latest days first. */
    private static final String OPTIONS = """
            SELECT o.kind, o.subject, o.title FROM (
                SELECT r.*, row_number() OVER (PARTITION BY r.kind ORDER BY r.day DESC NULLS FIRST, r.title, r.subject) AS place
                FROM (%s) r
                WHERE NOT r.is_off AND NOT EXISTS (SELECT FROM outreach.anniversary_part p
                                                   WHERE p.anniversary = :id AND p.kind = r.kind AND p.subject = r.subject)) o
            """.formatted(RECORDS);

    private final OrganisationSettings settings;
    private final JdbcClient db;

    AnniversaryQueries(OrganisationSettings settings, JdbcClient db) {
        this.settings = settings;
        this.db = db;
    }

    /**
     * An anniversary.
     *
     * @param parts how many parts it has
     */
    public record AnniversaryRow(
            AnniversaryId id,
            int version,
            String name,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable UUID body,
            @Nullable String bodyName,
            @Nullable ActionId line,
            @Nullable BigDecimal target,
            String post,
            boolean hired,
            long parts) {

        /** Whether a part may depend on a post that is not filled. */
        public boolean isPostVacant() {
            return !post.isEmpty() && !hired;
        }
    }

    /**
     * A part as its module tells it.
     *
     * @param day its day, its next opening or its last day; {@code null} for none
     * @param income {@code null} for a part that brings nothing in
     * @param stops of an exhibition, with the people who saw it
     * @param isOff whether it was cancelled
     */
    public record PartRow(
            UUID id,
            PartKind kind,
            String title,
            @Nullable String url,
            @Nullable LocalDate day,
            @Nullable BigDecimal target,
            @Nullable BigDecimal income,
            @Nullable BigDecimal costs,
            @Nullable Long stops,
            @Nullable Long people,
            boolean isOff,
            boolean needsPost) {}

    /** A record that can be a part. */
    public record PartOption(PartKind kind, UUID subject, String title) {

        /** Its value in a form. */
        public String choice() {
            return kind + "/" + subject;
        }
    }

    /** A body that can be the committee. */
    public record BodyOption(UUID id, String name) {}

    /** A meeting of the committee. */
    public record CommitteeDay(UUID id, LocalDate day) {}

    /** The anniversaries, the latest first. */
    public List<AnniversaryRow> findAll() {
        return db.sql(ANNIVERSARIES + "ORDER BY a.starts_on DESC, a.id LIMIT " + MOST)
                .query(RecordMapper.of(AnniversaryRow.class))
                .list();
    }

    /** @throws NotFound if there is no such anniversary */
    public AnniversaryRow findById(AnniversaryId id) {
        return db.sql(ANNIVERSARIES + "WHERE a.id = ?")
                .param(id.value())
                .query(RecordMapper.of(AnniversaryRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("anniversary"));
    }

    /** The parts by day, those without a day last. A part whose record is gone is left out. */
    public List<PartRow> findParts(AnniversaryId id) {
        return db.sql("""
                        SELECT p.id, p.kind, coalesce(p.title, r.title) AS title, coalesce(p.url, r.url) AS url,
                               coalesce(p.day, r.day) AS day, r.target, r.income, r.costs, r.stops, r.people,
                               coalesce(r.is_off, false) AS is_off, p.needs_post
                        FROM outreach.anniversary_part p LEFT JOIN (%s) r ON r.kind = p.kind AND r.subject = p.subject
                        WHERE p.anniversary = :id AND (p.kind = 'WORDS' OR r.subject IS NOT NULL)
                        ORDER BY coalesce(p.day, r.day) NULLS LAST, p.id LIMIT %d
                        """.formatted(RECORDS, MOST))
                .param("id", id.value())
                .param("today", settings.today())
                .query(RecordMapper.of(PartRow.class))
                .list();
    }

    /** The records that are no parts of it yet: of each kind, the 50 with the latest days. */
    public List<PartOption> findOptions(AnniversaryId id) {
        return db.sql(OPTIONS + "WHERE o.place <= " + MOST_OF_A_KIND + " ORDER BY o.kind, o.place")
                .param("id", id.value())
                .param("today", settings.today())
                .query(RecordMapper.of(PartOption.class))
                .list();
    }

    /** The record that a choice names, listed or not; empty if it is a part already, or gone. */
    public Optional<PartOption> findOption(AnniversaryId id, String choice) {
        return db.sql(OPTIONS + "WHERE o.kind || '/' || o.subject = :choice")
                .param("id", id.value())
                .param("today", settings.today())
                .param("choice", choice)
                .query(RecordMapper.of(PartOption.class))
                .optional();
    }

    /** The bodies that still meet, committees first. */
    public List<BodyOption> findBodies() {
        return db.sql("""
                        SELECT id, name FROM outreach.assembly_body_name WHERE ended_on IS NULL
                        ORDER BY kind <> 'COMMITTEE', name, id LIMIT 100
                        """).query(RecordMapper.of(BodyOption.class)).list();
    }

    /** The meetings of a body since a day, the next first. */
    public List<CommitteeDay> findMeetings(UUID body, LocalDate since) {
        return db.sql("""
                        SELECT id, day FROM outreach.assembly_body_meeting WHERE body = ? AND day >= ? ORDER BY day, id LIMIT 20
                        """)
                .params(body, since)
                .query(RecordMapper.of(CommitteeDay.class))
                .list();
    }

    /**
     * Work left on the checklist.
     *
     * @param isTaken whether a person is in charge
     */
    public record OpenTask(
            String label, boolean isTaken, @Nullable LocalDate dueOn) {}

    /** The work left, the first due first; the first 200. */
    public List<OpenTask> findOpenTasks(AnniversaryId id) {
        return db.sql("""
                        SELECT label, owner IS NOT NULL AS is_taken, due_on FROM plan.checklist_open_item
                        WHERE kind = ? AND subject = ? ORDER BY due_on NULLS LAST, position LIMIT %d
                        """.formatted(MOST))
                .params(AnniversaryService.KIND, id.value())
                .query(RecordMapper.of(OpenTask.class))
                .list();
    }
}
