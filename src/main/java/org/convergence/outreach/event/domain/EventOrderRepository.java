package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrder.SeatPrice;
import org.convergence.outreach.event.domain.EventPolicy.ToldOffer;
import org.convergence.outreach.event.domain.EventPolicy.WaitingOrder;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Persistence of quotas, orders, seats and links. Every change of seats first locks the row of its quota (R-EVT-3), so
 * that orders of one mode follow one another and those of other events do not wait.
 */
@Repository
class EventOrderRepository {

    static final String TABLE = "outreach.event_order";

    /** Without letters and digits that are read or heard wrong. */
    private static final String CODE_SIGNS = "ACDEFGHJKLMNPQRTUVWXY34679";

    private static final SecureRandom RANDOM = new SecureRandom();

    static final RecordMapper<EventOrder> ORDER = RecordMapper.of(EventOrder.class);

    static final String ORDERS = """
            SELECT o.*, g.name AS organisation_name, t.named, t.admitted, coalesce(array_to_string(t.tables, ', '), '') AS tables,
                   i.total - coalesce((SELECT sum(p.amount) FROM resources.ledger_invoice_payment p WHERE p.invoice = i.id), 0)
                       - r.credited AS owed, r.credited
            FROM outreach.event_order o
            LEFT JOIN directory.people_organisation_name g ON g.id = o.organisation
            LEFT JOIN resources.ledger_issued_invoice i ON i.id = o.invoice
            LEFT JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS credited FROM resources.ledger_invoice_reduction WHERE invoice = i.id) r ON i.id IS NOT NULL
            CROSS JOIN LATERAL (SELECT count(s.name) AS named, count(s.admitted_at) AS admitted,
                                       array_agg(DISTINCT s.table_number ORDER BY s.table_number) AS tables
                                FROM outreach.event_seat s WHERE s.event_order = o.id) t
            """;

    private static final String ALIVE = "o.state NOT IN ('EXPIRED', 'CANCELLED')";

    private final JdbcClient db;
    private final Clock clock;

    EventOrderRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The locked quota of a mode. */
    record LockedQuota(UUID id, int seats, int taken) {

        int free() {
            return seats - taken;
        }
    }

    /**
     * Locks a quota for this transaction, and waits three seconds at most.
     *
     * @throws Refused if the event has no such mode
     */
    LockedQuota lockQuota(EventId event, EventMode mode) {
        db.sql("SELECT set_config('lock_timeout', '3s', true)")
                .query(String.class)
                .single();
        return db.sql("SELECT id, seats, taken FROM outreach.event_quota WHERE event = ? AND mode = ? FOR UPDATE")
                .params(event.value(), mode.name())
                .query(RecordMapper.of(LockedQuota.class))
                .optional()
                .orElseThrow(() -> new Refused("public.event.refused.mode"));
    }

    /** Takes seats from a locked quota, or gives them back if the number is negative. */
    void takeSeats(LockedQuota quota, int seats) {
        db.sql("""
                        UPDATE outreach.event_quota SET taken = taken + :seats,
                               oversold = least(oversold, greatest(0, taken + :seats - seats))
                        WHERE id = :id
                        """).param("seats", seats).param("id", quota.id()).update();
    }

    /** Takes seats that another site sold, also above the quota. */
    void takeSeatsElsewhere(LockedQuota quota, int seats) {
        db.sql("""
                        UPDATE outreach.event_quota SET taken = taken + :seats,
                               oversold = greatest(oversold, taken + :seats - seats)
                        WHERE id = :id
                        """).param("seats", seats).param("id", quota.id()).update();
    }

    /** @throws Refused if fewer seats are left than are taken */
    void setQuota(EventId event, EventMode mode, int seats) {
        db.sql("INSERT INTO outreach.event_quota (id, event, mode, seats) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING")
                .params(Ids.next(), event.value(), mode.name())
                .update();
        LockedQuota quota = lockQuota(event, mode);
        if (quota.taken() > seats && seats < quota.seats()) {
            throw new Refused("event.refused.quota", quota.taken());
        }
        db.sql("UPDATE outreach.event_quota SET seats = :seats, oversold = greatest(0, taken - :seats) WHERE id = :id")
                .param("seats", seats)
                .param("id", quota.id())
                .update();
    }

    /** The orders that wait for seats, the first first. */
    List<WaitingOrder> findWaiting(EventId event, EventMode mode) {
        return db.sql("""
                        SELECT id, seats FROM outreach.event_order
                        WHERE event = ? AND mode = ? AND state = 'WAITING' ORDER BY made_at, id LIMIT 500
                        """)
                .params(event.value(), mode.name())
                .query(RecordMapper.of(WaitingOrder.class))
                .list();
    }

    /** The offers of an event whose letter left or that were told by voice. */
    List<ToldOffer> findTold(EventId event) {
        return db.sql("""
                        SELECT o.id, o.mode, coalesce(min(l.left_on), ?) AS told_at, o.offered_until
                        FROM outreach.event_order o
                        JOIN platform.mail_letter_status l ON l.record_id = o.id AND l.matter = 'event_order'
                             AND l.purpose = 'event_offered' AND l.state IN ('SENT', 'PERHAPS_SENT', 'DELIVERED_OTHERWISE')
                        WHERE o.event = ? AND o.state = 'OFFERED' GROUP BY o.id
                        """)
                .params(SqlTime.at(now()), event.value())
                .query(RecordMapper.of(ToldOffer.class))
                .list();
    }

    /** Ends the offers whose time is over, and tells how many seats they leave. One that was never told does not end. */
    int expireOffers(EventId event, EventMode mode) {
        return db.sql("""
                        UPDATE outreach.event_order SET state = 'EXPIRED', offered_until = NULL, offered_at = NULL,
                               version = version + 1
                        WHERE event = ? AND mode = ? AND state = 'OFFERED' AND offered_until <= ? RETURNING seats
                        """).params(event.value(), mode.name(), SqlTime.at(now())).query(Integer.class).list().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    EventOrderId insert(
            EventId event,
            EventOrderFacts facts,
            EventOrderState state,
            @Nullable SeatPrice price,
            @Nullable BigDecimal amount) {
        EventOrderId id = new EventOrderId(Ids.next());
        db.sql("""
                        INSERT INTO outreach.event_order (id, event, mode, state, seats, organisation, contact_name,
                               contact_mail, language, code, price, amount, purchase_order, made_at)
                        VALUES (:id, :event, :mode, :state, :seats, :organisation, :name, :mail, :language, :code, :price,
                                :amount, :purchase, :now)
                        """)
                .param("id", id.value())
                .param("event", event.value())
                .param("mode", facts.mode().name())
                .param("state", state.name())
                .param("seats", facts.seats())
                .param("organisation", Identifier.uuidOf(facts.organisation()))
                .param("name", facts.first().name())
                .param("mail", facts.mail())
                .param("language", facts.language())
                .param("code", freeCode(event))
                .param("price", price == null ? null : price.name())
                .param("amount", amount)
                .param("purchase", facts.purchaseOrder())
                .param("now", SqlTime.at(now()))
                .update();
        return id;
    }

    private String freeCode(EventId event) {
        for (; ; ) {
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                code.append(CODE_SIGNS.charAt(RANDOM.nextInt(CODE_SIGNS.length())));
            }
            boolean taken = db.sql("SELECT EXISTS (SELECT FROM outreach.event_order WHERE event = ? AND code = ?)")
                    .params(event.value(), code.toString())
                    .query(Boolean.class)
                    .single();
            if (!taken) {
                return code.toString();
            }
        }
    }

    EventOrder findById(EventOrderId id) {
        return findAll("o.id = ?", id.value()).stream().findFirst().orElseThrow(() -> new NotFound("order"));
    }

    /** The order after its row is locked. */
    EventOrder lock(EventOrderId id) {
        db.sql("SELECT FROM outreach.event_order WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> n)
                .list();
        return findById(id);
    }

    /** The order of an address that is not over. */
    Optional<EventOrder> findByMail(EventId event, String mail) {
        return findAll(
                        "o.event = ? AND lower(o.contact_mail) = lower(?) AND o.organisation IS NULL AND " + ALIVE,
                        event.value(),
                        mail)
                .stream()
                .findFirst();
    }

    /** Every order of an event that is not over. */
    List<EventOrder> findAlive(EventId event) {
        return findAll("o.event = ? AND " + ALIVE, event.value());
    }

    private List<EventOrder> findAll(String condition, Object... parameters) {
        return db.sql(ORDERS + "WHERE " + condition + " ORDER BY o.id")
                .params(parameters)
                .query(ORDER)
                .list();
    }

    /** Moves an order to a state; an offer has no end until it is told. */
    void setState(EventOrderId id, EventOrderState state, @Nullable Instant offeredUntil) {
        db.sql("""
                        UPDATE outreach.event_order SET state = :state, offered_until = :until, version = version + 1,
                               offered_at = CASE WHEN :state = 'OFFERED' THEN coalesce(offered_at, :now) END,
                               ended_at = CASE WHEN :state IN ('EXPIRED', 'CANCELLED') THEN :now END
                        WHERE id = :id
                        """)
                .param("now", SqlTime.at(now()))
                .param("state", state.name())
                .param("until", offeredUntil == null ? null : SqlTime.at(offeredUntil))
                .param("id", id.value())
                .update();
    }

    /** Sets a column of an order; its version goes up. */
    void set(EventOrderId id, String column, Object value) {
        db.sql("UPDATE outreach.event_order SET " + column + " = ?, version = version + 1 WHERE id = ?")
                .params(value, id.value())
                .update();
    }

    /** Makes a link, in a transaction of its own when a letter leaves. */
    @Transactional
    String issueLink(UUID order) {
        Token token = Token.random();
        db.sql("INSERT INTO outreach.event_link (id, event_order, token, made_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), order, token.hash(), SqlTime.at(now()))
                .update();
        return token.secret();
    }

    Optional<EventOrderId> findByLink(String secret) {
        return db.sql("SELECT event_order FROM outreach.event_link WHERE token = ?")
                .param(Token.hashOf(secret))
                .query(UUID.class)
                .optional()
                .map(EventOrderId::new);
    }

    /** Links made for an order since a moment. */
    int countLinks(EventOrderId order, Instant since) {
        return db.sql("SELECT count(*) FROM outreach.event_link WHERE event_order = ? AND made_at > ?")
                .params(order.value(), SqlTime.at(since))
                .query(Integer.class)
                .single();
    }
}
