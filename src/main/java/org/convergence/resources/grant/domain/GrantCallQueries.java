package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.WorkDays;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OpenedRow;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.TimeZones;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.GrantPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** The list of calls, by deadline, and the days of those that are not over. */
@Service
@Transactional(readOnly = true)
@Requires(GrantPermissions.READ)
public class GrantCallQueries {

    /** The longest run of closed days before a deadline that is looked at. */
    private static final int CLOSED_DAYS_BEFORE = 40;

    private static final int CHANGES = 20;
    private static final int MINUTES = "23:59".length();

    /** An application was begun, or decided, and the deadline passed: this lasts until it is sent, abandoned or set aside. */
    private static final String MISSED = """
            c.closes_at < :now AND c.decision_verdict IS DISTINCT FROM 'NO_GO'
            AND NOT EXISTS (SELECT FROM resources.grant_application a
                            WHERE a.call = c.id AND a.state IN ('SENT', 'ACCEPTED', 'REFUSED'))
            AND (EXISTS (SELECT FROM resources.grant_application a
                         WHERE a.call = c.id AND a.state IN ('DRAFT', 'APPROVED'))
                 OR c.decision_verdict = 'GO'
                    AND NOT EXISTS (SELECT FROM resources.grant_application a WHERE a.call = c.id))
            """;

    private static final String COLUMNS = """
            c.id, c.title, o.name AS funder, c.door, c.opens_on, c.closes_at, c.zone,
            coalesce(c.closes_at, timestamptz '9999-12-31 00:00Z') AS due, c.weeks_ahead,
            c.amount_from, c.amount_to, c.currency, c.match_percent, c.cumul, c.eligibility, c.documents, c.source_url,
            c.checked_on, c.responsible, r.display_name AS responsible_name,
            CASE WHEN EXISTS (SELECT FROM resources.grant_application a
                              WHERE a.call = c.id AND a.state IN ('SENT', 'ACCEPTED', 'REFUSED')) THEN 'SENT'
                 WHEN c.decision_verdict = 'NO_GO' THEN 'NO_GO'
                 WHEN\s""" + MISSED + """
                 THEN 'MISSED'
                 WHEN c.closes_at < :now THEN 'OVER'
                 WHEN c.decision_verdict = 'GO' THEN 'GO'
                 WHEN c.renews IS NOT NULL AND c.checked_on IS NULL THEN 'TO_CHECK'
                 ELSE 'TO_DECIDE' END AS stage
            """;

    private static final String FROM = """
            resources.grant_call c
            JOIN directory.people_organisation_name o ON o.id = c.funder
            LEFT JOIN directory.people_person_name r ON r.id = c.responsible
            """;

    private final WorkDays workDays;
    private final OrganisationSettings settings;
    private final AuditTrail audit;
    private final ListExportLog exports;
    private final Clock clock;
    private final JdbcClient db;
    private final ListQuery<GrantCallFilter, GrantCallRow> list;

    GrantCallQueries(
            WorkDays workDays,
            OrganisationSettings settings,
            AuditTrail audit,
            ListExportLog exports,
            Clock clock,
            JdbcClient db) {
        this.workDays = workDays;
        this.settings = settings;
        this.audit = audit;
        this.exports = exports;
        this.clock = clock;
        this.db = db;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                FROM,
                this::conditions,
                List.of(ListOrder.<GrantCallRow>ascending("deadline")
                        .instant("coalesce(c.closes_at, timestamptz '9999-12-31 00:00Z')", GrantCallRow::due)
                        .id("c.id", GrantCallRow::id)),
                RecordMapper.of(GrantCallRow.class));
    }

    /**
     * A call in a list.
     *
     * @param due the deadline; far in the future if there is none
     */
    public record GrantCallRow(
            GrantCallId id,
            String title,
            String funder,
            GrantDoor door,
            @Nullable LocalDate opensOn,
            @Nullable Instant closesAt,
            String zone,
            Instant due,
            @Nullable Integer weeksAhead,
            @Nullable BigDecimal amountFrom,
            @Nullable BigDecimal amountTo,
            String currency,
            @Nullable Integer matchPercent,
            @Nullable String cumul,
            @Nullable String eligibility,
            @Nullable String documents,
            @Nullable String sourceUrl,
            @Nullable LocalDate checkedOn,
            @Nullable PersonId responsible,
            @Nullable String responsibleName,
            GrantCallStage stage) {

        /** The zone in which the funder states the deadline. */
        public ZoneId theirs() {
            return TimeZones.find(zone).orElse(ZoneOffset.UTC);
        }
    }

    /**
     * The days of a call.
     *
     * @param closing the earlier of the funder's day and ours
     * @param internal two working days before
     */
    public record GrantCallDays(LocalDate closing, LocalDate internal) {}

    /** Gives the days of calls; the closed days of the organisation are read once. */
    public record GrantCallCalendar(ZoneId ours, Set<LocalDate> closed) {

        /** The days of a call; {@code null} if it has no deadline. */
        public @Nullable GrantCallDays daysOf(@Nullable Instant closesAt, ZoneId theirs) {
            if (closesAt == null) {
                return null;
            }
            LocalDate closing = GrantCallPolicy.closingDay(closesAt, theirs, ours);
            return new GrantCallDays(closing, GrantCallPolicy.internalDeadline(closing, closed::contains));
        }
    }

    private SqlConditions conditions(GrantCallFilter filter) {
        return new SqlConditions()
                .with("now", SqlTime.now(clock))
                .and(
                        "((coalesce(c.closes_at < :now, false) OR coalesce(c.decision_verdict = 'NO_GO', false))"
                                + " AND NOT coalesce(" + MISSED + ", false)) = :over",
                        "over",
                        filter.over())
                .andWords("c.words", filter.words())
                .and("c.door = :door", "door", filter.door())
                .and("c.closes_on <= :by", "by", filter.closesBy())
                .andSelective("c.funder = :funder", "funder", filter.funder());
    }

    /**
     * One call, as in the list.
     *
     * @throws NotFound if there is none
     */
    public GrantCallRow findById(GrantCallId id) {
        return list.findByIds(GrantCallFilter.ofWords(""), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("grant-call"));
    }

    /** A page of the list. */
    public ListPage<GrantCallRow> findPage(ListRequest<GrantCallFilter> request) {
        return list.findPage(request);
    }

    /** The first calls that match a filter. */
    public List<GrantCallRow> findFirst(GrantCallFilter filter, int limit) {
        return list.findSlice(ListRequest.first(filter, limit)).rows();
    }

    /** Every call that matches a filter, for a file; logs the export, which names people (R-L25-15). */
    @Transactional
    public Iterator<GrantCallRow> takeOut(GrantCallFilter filter, String format) {
        exports.record(
                format, list.count(filter).atLeast(), !filter.equals(new GrantCallFilter("", null, null, null, false)));
        return list.iterateAll(filter, "");
    }

    /** Calls to which an application may or should be sent, with a deadline in a period, the first deadline first. */
    public List<GrantCallRow> findDue(LocalDate from, LocalDate to) {
        return find("c.closes_on BETWEEN :from AND :to", from, to);
    }

    /** The same, with missed deadlines and calls of last year whose dates are not checked, whatever their deadline. */
    public List<GrantCallRow> findDueOrToCheck(LocalDate from, LocalDate to) {
        return find(
                "c.closes_on BETWEEN :from AND :to OR c.renews IS NOT NULL AND c.checked_on IS NULL OR " + MISSED,
                from,
                to);
    }

    private List<GrantCallRow> find(String condition, LocalDate from, LocalDate to) {
        return db.sql(
                        "SELECT * FROM (SELECT " + COLUMNS + " FROM " + FROM + " WHERE " + condition
                                + ") AS calls WHERE stage IN ('TO_CHECK', 'TO_DECIDE', 'GO', 'MISSED') ORDER BY due, id LIMIT 500")
                .param("now", SqlTime.now(clock))
                .param("from", from)
                .param("to", to)
                .query(RecordMapper.of(GrantCallRow.class))
                .list();
    }

    /** The calendar from which the days of these deadlines are computed. */
    public GrantCallCalendar calendarFor(LocalDate first, LocalDate last) {
        return new GrantCallCalendar(
                settings.current().zone(), workDays.findClosed(first.minusDays(CLOSED_DAYS_BEFORE), last.plusDays(2)));
    }

    /** The calendar for one call. */
    public GrantCallCalendar calendarFor(@Nullable LocalDate closesOn) {
        LocalDate day = closesOn == null ? settings.today() : closesOn;
        return calendarFor(day, day);
    }

    /** The calendar for calls with any deadline. */
    public GrantCallCalendar calendarFor(List<GrantCallRow> rows) {
        List<LocalDate> days = rows.stream()
                .filter(row -> row.closesAt() != null)
                .map(row -> settings.dayOf(row.due()))
                .sorted()
                .toList();
        return days.isEmpty()
                ? new GrantCallCalendar(settings.current().zone(), Set.of())
                : calendarFor(days.get(0), days.get(days.size() - 1));
    }

    /** The hourly cost of the latest estimate, as a start for the next one. */
    public @Nullable BigDecimal findLatestHourlyCost() {
        return db.sql("""
                        SELECT estimate_hourly_cost FROM resources.grant_call
                        WHERE estimate_hourly_cost IS NOT NULL ORDER BY estimate_month DESC, id DESC LIMIT 1
                        """).query(BigDecimal.class).optional().orElse(null);
    }

    /** A call as it was when its form was opened. */
    public OpenedRow findOpened(GrantCallId id, int version) {
        OpenedRow opened = audit.findOpened(GrantCall.TABLE, id.value(), version);
        ObjectNode columns = opened.columns().node().asObject();
        // As a form writes them: 15000 and 23:59, where the database has 15000.00 and 23:59:00.
        for (String amount : List.of("amount_from", "amount_to")) {
            if (columns.path(amount).isNumber()) {
                BigDecimal value = columns.path(amount).decimalValue();
                columns.put(amount, value.stripTrailingZeros().toPlainString());
            }
        }
        String time = columns.path("closes_time").asString("");
        columns.put("closes_time", time.substring(0, Math.min(time.length(), MINUTES)));
        return new OpenedRow(version, new Json(columns), opened.who());
    }

    /** The latest changes of a call, the newest first. */
    public List<AuditEntry> changes(GrantCallId id) {
        return audit.findByRow(GrantCall.TABLE, id.value(), CHANGES);
    }
}
