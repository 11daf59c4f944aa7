package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event.DoorCount;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventQuota;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventOrder.EventSeat;
import org.convergence.outreach.event.domain.EventOrder.GuestNeed;
import org.convergence.outreach.event.domain.EventPolicy.GuestChoices;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads events with their seats, needs, orders and results. */
@Service
@Transactional(readOnly = true)
@Requires(EventPermissions.READ)
public class EventQueries {

    private static final RecordMapper<EventFacts> FACTS = RecordMapper.of(EventFacts.class);

    private static final RowMapper<Event> EVENT = (row, n) -> new Event(
            new EventId(row.getObject("id", java.util.UUID.class)),
            row.getInt("version"),
            EventState.valueOf(row.getString("state")),
            FACTS.mapRow(row, n),
            row.getObject("people", Integer.class),
            row.getBigDecimal("takings"),
            row.getBigDecimal("costs"),
            instant(row.getObject("changed_at", OffsetDateTime.class)),
            row.getString("need_totals") != null);

    private static final String SEATS = """
            SELECT s.id, s.event_order, o.code, s.table_number, s.name, s.needs, s.need_note, s.meals, s.children, s.pick_up, s.child_photos, s.admitted_at, s.left_at, s.doubles,
                   coalesce(g.name, o.contact_name) AS buyer
            FROM outreach.event_seat s JOIN outreach.event_order o ON o.id = s.event_order
            LEFT JOIN directory.people_organisation_name g ON g.id = o.organisation
            """;

    /**
     * Registrations that no letter reached, with what they do not know: that the event is cancelled or changed, that their
     * table is confirmed, or that seats are offered to them, also while the letter waits. Further conditions follow.
     */
    public static final String UNTOLD = """
            SELECT o.id, o.event, e.name, e.day, coalesce(g.name, o.contact_name) AS buyer, u.kind,
                   CASE u.kind WHEN 'CHANGED' THEN e.changed_at WHEN 'CANCELLED' THEN e.updated_at
                               WHEN 'OFFERED' THEN o.offered_at ELSE o.made_at END AS since
            FROM outreach.event_order o JOIN outreach.event e ON e.id = o.event
            LEFT JOIN directory.people_organisation_name g ON g.id = o.organisation
            CROSS JOIN LATERAL (SELECT CASE WHEN e.state = 'CANCELLED' THEN 'CANCELLED'
                WHEN o.state = 'OFFERED' AND o.offered_until IS NULL THEN 'OFFERED'
                WHEN o.made_at < e.changed_at THEN 'CHANGED'
                WHEN o.state = 'CONFIRMED' AND o.organisation IS NOT NULL THEN 'CONFIRMED' END AS kind) u
            WHERE o.state NOT IN ('EXPIRED', 'CANCELLED') AND e.state IN ('OPEN', 'CLOSED', 'CANCELLED') AND u.kind IS NOT NULL
              AND CASE WHEN u.kind = 'OFFERED' THEN NOT EXISTS (
                SELECT FROM platform.mail_letter_status l WHERE l.record_id = o.id AND l.matter = 'event_order'
                   AND l.purpose = 'event_offered' AND l.state IN ('SENT', 'PERHAPS_SENT', 'DELIVERED_OTHERWISE')) ELSE\s""" + LetterStatusService.untold("o.id", "o.contact_mail", """
            l.matter IN ('event_order', 'event_changed')
            AND CASE u.kind WHEN 'CHANGED' THEN l.posted_at >= e.changed_at
                ELSE l.purpose = 'event_' || lower(u.kind) END""") + " END ";

    /** Registrations with an address that lack the last change of their event ({@link EventPolicy#reasonNotToWrite}). */
    public static final String UNCHANGED = """
            SELECT o.id, o.event, e.name, e.day, e.changed_at AS since,
                   EXISTS (SELECT FROM platform.mail_letter_status l WHERE l.record_id = o.id AND l.state = 'WAITING'
                           AND l.matter IN ('event_order', 'event_changed') AND l.posted_at >= e.changed_at) AS waits
            FROM outreach.event_order o JOIN outreach.event e ON e.id = o.event
            WHERE o.state NOT IN ('EXPIRED', 'CANCELLED') AND e.state IN ('OPEN', 'CLOSED') AND o.made_at < e.changed_at
              AND o.contact_mail LIKE '%@%'
              AND NOT EXISTS (SELECT FROM platform.mail_letter_status l
                              WHERE l.record_id = o.id AND l.matter IN ('event_order', 'event_changed')
                                AND l.posted_at >= e.changed_at AND l.state NOT IN ('WAITING', 'WITHHELD'))
            """;

    /**
     * The invoices to credit: of cancelled orders, of sponsors who gave up, and of the orders and sponsors of a cancelled
     * event. They still ask for money, or keep what was paid, for what will not be.
     */
    public static final String TO_CREDIT = """
            SELECT x.kind, x.id, x.name, g.name AS buyer,
                   coalesce((x.since AT TIME ZONE (SELECT zone FROM platform.settings_zone))::date, i.issued_on) AS since
            FROM (SELECT 'CREDIT_ORDER' AS kind, o.id, o.invoice, o.organisation, e.name,
                         coalesce(o.ended_at, CASE WHEN e.state = 'CANCELLED' THEN e.updated_at END) AS since
                  FROM outreach.event_order o JOIN outreach.event e ON e.id = o.event
                  WHERE o.invoice IS NOT NULL AND (e.state = 'CANCELLED' OR o.state IN ('EXPIRED', 'CANCELLED'))
                  UNION ALL
                  SELECT 'CREDIT_SPONSOR', s.id, s.invoice, s.organisation, e.name,
                         CASE WHEN e.state = 'CANCELLED' THEN e.updated_at END
                  FROM outreach.event_sponsorship s JOIN outreach.event e ON e.id = s.event
                  WHERE s.invoice IS NOT NULL AND (e.state = 'CANCELLED' OR s.state = 'ENDED')) x
            JOIN directory.people_organisation_name g ON g.id = x.organisation
            JOIN resources.ledger_issued_invoice i ON i.id = x.invoice
            WHERE i.total > coalesce((SELECT sum(r.amount) FROM resources.ledger_invoice_reduction r
                                      WHERE r.invoice = i.id), 0)
            """;

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private final JdbcClient db;
    private final OrganisationSettings settings;

    EventQueries(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** Whether the invoice of an order or a sponsorship is to be credited ({@link #TO_CREDIT}). */
    public boolean isToCredit(Identifier subject) {
        return db.sql("SELECT EXISTS (SELECT FROM (%s) c WHERE c.id = ?)".formatted(TO_CREDIT))
                .param(subject.value())
                .query(Boolean.class)
                .single();
    }

    /** An event in a list, with the seats of all its modes; uncounted as {@link Event#isUncounted}. */
    public record EventRow(
            EventId id, EventState state, boolean uncounted, String name, LocalDate day, int seats, int taken) {}

    /** The events to come, the next first; or those held and those whose day is over, the latest first. */
    public List<EventRow> findAll(boolean over, int limit) {
        String which = over
                ? "e.state = 'HELD' OR e.day < :today ORDER BY e.day DESC, e.id DESC"
                : "e.state <> 'HELD' AND e.day >= :today ORDER BY e.day, e.id";
        return db.sql("""
                        SELECT e.id, e.state, e.state IN ('OPEN', 'CLOSED') AND e.day < :today AS uncounted,
                               e.name, e.day, coalesce(q.seats, 0) AS seats, coalesce(q.taken, 0) AS taken
                        FROM outreach.event e LEFT JOIN LATERAL (SELECT sum(seats) AS seats, sum(taken) AS taken
                             FROM outreach.event_quota WHERE event = e.id) q ON true
                        WHERE\s""" + which + " LIMIT :limit")
                .param("today", settings.today())
                .param("limit", limit)
                .query(RecordMapper.of(EventRow.class))
                .list();
    }

    /** @throws NotFound if there is no such event */
    public Event findById(EventId id) {
        return db.sql("""
                        SELECT e.*, (SELECT seats FROM outreach.event_quota WHERE event = e.id AND mode = 'IN_PERSON') AS in_person,
                               (SELECT seats FROM outreach.event_quota WHERE event = e.id AND mode = 'ONLINE') AS online
                        FROM outreach.event e WHERE e.id = ?
                        """).param(id.value()).query(EVENT).optional().orElseThrow(() -> new NotFound("event"));
    }

    /** The quota of each mode. */
    public List<EventQuota> findQuotas(EventId id) {
        return db.sql("""
                        SELECT q.mode, q.seats, q.taken,
                               (SELECT coalesce(sum(o.seats), 0) FROM outreach.event_order o
                                WHERE o.event = q.event AND o.mode = q.mode AND o.state = 'WAITING') AS waiting
                        FROM outreach.event_quota q WHERE q.event = ? ORDER BY q.mode
                        """)
                .param(id.value())
                .query(RecordMapper.of(EventQuota.class))
                .list();
    }

    /** What was paid of the invoices of its orders, as the ledger has it; taxes are not the organisation's. */
    public BigDecimal sumPaid(EventId id) {
        return db.sql("""
                        SELECT coalesce(round(sum(p.amount * o.amount / i.total), 2), 0) FROM outreach.event_order o
                        JOIN resources.ledger_issued_invoice i ON i.id = o.invoice
                        JOIN resources.ledger_invoice_payment p ON p.invoice = i.id WHERE o.event = ?
                        """).param(id.value()).query(BigDecimal.class).single();
    }

    /** What was paid of the invoices of its sponsors, as the ledger has it. */
    public BigDecimal sumSponsored(EventId id) {
        return db.sql("""
                        SELECT coalesce(sum(p.amount), 0) FROM outreach.event_sponsorship s
                        JOIN resources.ledger_invoice_payment p ON p.invoice = s.invoice WHERE s.event = ?
                        """).param(id.value()).query(BigDecimal.class).single();
    }

    /** The accepted sponsors that the public page names, by name. */
    public List<String> findNamedSponsors(EventId id) {
        return db.sql("""
                        SELECT DISTINCT o.name FROM outreach.event_sponsorship s
                        JOIN directory.people_organisation_name o ON o.id = s.organisation
                        WHERE s.event = ? AND s.state = 'ACCEPTED' AND s.named ORDER BY 1
                        """).param(id.value()).query(String.class).list();
    }

    /** What tickets sold elsewhere brought in, less what was paid back there. */
    public BigDecimal sumElsewhere(EventId id) {
        return db.sql("SELECT coalesce(sum(amount), 0) FROM outreach.event_ticket WHERE event = ?")
                .param(id.value())
                .query(BigDecimal.class)
                .single();
    }

    /** The first orders whose buyer, contact or code matches the words, the latest first. */
    @Requires(EventPermissions.READ_ORDERS)
    public List<EventOrder> findOrders(EventId id, String words, int limit) {
        return db.sql(EventOrderRepository.ORDERS + """
                        WHERE o.event = :id AND (:words = '' OR o.code = upper(:words)
                              OR platform.fold(coalesce(g.name, '') || ' ' || o.contact_name) LIKE (SELECT '%' || platform.fold(:words) || '%'))
                        ORDER BY o.made_at DESC, o.id DESC LIMIT :limit
                        """)
                .param("id", id.value())
                .param("words", words.strip())
                .param("limit", limit)
                .query(EventOrderRepository.ORDER)
                .list();
    }

    /** The seats of an order, with the needs of its guests. */
    @Requires(EventPermissions.EDIT)
    public List<EventSeat> findSeats(EventOrderId order) {
        return db.sql(SEATS + "WHERE s.event_order = ? ORDER BY s.position")
                .param(order.value())
                .query(RecordMapper.of(EventSeat.class))
                .list();
    }

    /** The guests expected in the room, found by a part of a name or by a code; by table. */
    @Requires(EventPermissions.CHECK_IN)
    public List<EventSeat> findExpected(EventId id, String words, int limit) {
        return db.sql(SEATS + """
                        WHERE o.event = :id AND o.state IN ('HELD', 'CONFIRMED') AND o.mode = 'IN_PERSON'
                          AND (:words = '' OR o.code = upper(:words)
                               OR platform.fold(coalesce(s.name, '') || ' ' || coalesce(g.name, o.contact_name))
                                  LIKE (SELECT '%' || platform.fold(:words) || '%'))
                        ORDER BY s.table_number NULLS LAST, o.code, s.position LIMIT :limit
                        """)
                .param("id", id.value())
                .param("words", words.strip())
                .param("limit", limit)
                .query(RecordMapper.of(EventSeat.class))
                .list();
    }

    /** The count at the door, which names nobody. */
    public DoorCount countAtDoor(EventId id) {
        return db.sql("""
                        WITH door AS (
                            SELECT s.table_number, count(*) AS expected, count(s.admitted_at) AS admitted,
                                   count(s.left_at) AS gone, sum(s.doubles) AS doubles
                            FROM outreach.event_seat s JOIN outreach.event_order o ON o.id = s.event_order
                            WHERE o.event = ? AND o.state IN ('HELD', 'CONFIRMED') AND o.mode = 'IN_PERSON' GROUP BY s.table_number)
                        SELECT coalesce(sum(expected), 0) AS expected, coalesce(sum(admitted), 0) AS admitted,
                               coalesce(sum(gone), 0) AS gone, coalesce(sum(doubles), 0) AS doubles,
                               count(table_number) AS tables,
                               count(table_number) FILTER (WHERE admitted = expected) AS complete FROM door
                        """)
                .param(id.value())
                .query(RecordMapper.of(DoorCount.class))
                .single();
    }

    /** Guests by need, counted or as kept once the needs are erased; empty without the right to see needs (R-EVT-8). */
    public Map<GuestNeed, Integer> countNeeds(EventId id) {
        Map<GuestNeed, Integer> totals = new EnumMap<>(GuestNeed.class);
        if (CurrentActor.get().may(EventPermissions.EDIT) || CurrentActor.get().may(EventPermissions.CHECK_IN)) {
            db.sql("""
                            SELECT n.key, n.value::int FROM outreach.event e
                            CROSS JOIN jsonb_each_text(coalesce(e.need_totals, outreach.event_count_needs(e.id))) n WHERE e.id = ?
                            """)
                    .param(id.value())
                    .query((row, n) -> totals.put(GuestNeed.valueOf(row.getString(1)), row.getInt(2)))
                    .list();
        }
        return totals;
    }

    /** What guests chose, which the event may not take away. */
    GuestChoices findChoices(EventId id) {
        return db.sql("""
                        SELECT coalesce(bool_or(s.meals IS NOT NULL), false) AS meals,
                               coalesce(bool_or(cardinality(s.children) > 0), false) AS children
                        FROM outreach.event_order o JOIN outreach.event_seat s ON s.event_order = o.id WHERE o.event = ?
                        """)
                .param(id.value())
                .query(RecordMapper.of(GuestChoices.class))
                .single();
    }
}
