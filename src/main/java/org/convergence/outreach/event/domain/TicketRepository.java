package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.outreach.event.domain.EventOrderRepository.LockedQuota;
import org.convergence.outreach.event.domain.TicketSettings.TicketSeller;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of tickets sold elsewhere, with the orders and seats that they become. */
@Repository
class TicketRepository {

    private static final RecordMapper<SoldTicket> TICKET = RecordMapper.of(SoldTicket.class);

    private final EventOrderRepository orders;
    private final EventSeatRepository seats;
    private final JdbcClient db;

    TicketRepository(EventOrderRepository orders, EventSeatRepository seats, JdbcClient db) {
        this.orders = orders;
        this.seats = seats;
        this.db = db;
    }

    /** A ticket as stored. */
    record SoldTicket(
            TicketId id,
            int version,
            EventId event,
            @Nullable EventOrderId eventOrder,
            TicketSeller seller,
            String reference,
            int seats,
            BigDecimal amount,
            boolean cancelled,
            boolean admitted) {}

    private static final String TICKETS = """
            SELECT t.*, EXISTS (SELECT FROM outreach.event_seat s WHERE s.ticket = t.id AND s.admitted_at IS NOT NULL) AS admitted
            FROM outreach.event_ticket t
            """;

    /** The known tickets among these, by reference, from every seller. */
    Map<String, SoldTicket> findByReference(EventId event, Collection<String> references) {
        return db
                .sql(TICKETS + "WHERE t.event = ? AND t.reference = ANY (?)")
                .params(event.value(), references.toArray(String[]::new))
                .query(TICKET)
                .list()
                .stream()
                .collect(Collectors.toMap(SoldTicket::reference, Function.identity()));
    }

    /** The order numbers among these that another seller used. */
    Set<String> findOrdersOfOthers(EventId event, TicketSeller seller, Collection<String> numbers) {
        return Set.copyOf(db.sql(
                        "SELECT reference FROM outreach.event_order WHERE event = ? AND seller <> ? AND reference = ANY (?)")
                .params(event.value(), seller.name(), numbers.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    Optional<SoldTicket> findById(TicketId id) {
        return db.sql(TICKETS + "WHERE t.id = ? FOR UPDATE OF t")
                .param(id.value())
                .query(TICKET)
                .optional();
    }

    /** Adds a ticket with its seats to the order under its number, which is made with the first. */
    TicketId insert(Event event, EventMode first, String language, TicketSeller seller, TicketRow row) {
        Optional<EventOrderId> known = findOrder(event.id(), seller, row);
        EventMode mode = known.map(each -> orders.findById(each).mode()).orElse(first);
        LockedQuota quota = orders.lockQuota(event.id(), mode);
        EventOrderId order = known.map(each -> reopen(each, row.seats()))
                .orElseGet(() -> insertOrder(event.id(), mode, language, seller, row));
        TicketId id = insert(event.id(), order, seller, row);
        addSeats(event.id(), order, id, row);
        orders.takeSeatsElsewhere(quota, row.seats());
        return id;
    }

    /** Adds a ticket; one that was cancelled there before it came in has an amount, but no order. */
    TicketId insert(EventId event, @Nullable EventOrderId order, TicketSeller seller, TicketRow row) {
        TicketId id = new TicketId(Ids.next());
        db.sql("""
                        INSERT INTO outreach.event_ticket (id, event, event_order, seller, reference, seats, amount, cancelled,
                               made_at)
                        VALUES (:id, :event, :order, :seller, :reference, :seats, :amount, :cancelled, :now)
                        """)
                .param("id", id.value())
                .param("event", event.value())
                .param("order", Identifier.uuidOf(order))
                .param("seller", seller.name())
                .param("reference", row.reference())
                .param("seats", row.seats())
                .param("amount", row.amount())
                .param("cancelled", order == null)
                .param("now", SqlTime.at(orders.now()))
                .update();
        return id;
    }

    private void addSeats(EventId event, EventOrderId order, TicketId id, TicketRow row) {
        seats.insert(event, order, row.seats(), null);
        int first = db.sql("""
                        WITH sold AS (UPDATE outreach.event_seat SET ticket = ? WHERE event_order = ? AND ticket IS NULL
                                      RETURNING position)
                        SELECT min(position) FROM sold
                        """)
                .params(id.value(), order.value())
                .query(Integer.class)
                .single();
        if (!row.name().isEmpty()) {
            seats.name(order, first, new GuestFacts(row.name(), Set.of(), null));
        }
    }

    private Optional<EventOrderId> findOrder(EventId event, TicketSeller seller, TicketRow row) {
        return db.sql("SELECT id FROM outreach.event_order WHERE event = ? AND seller = ? AND reference = ? FOR UPDATE")
                .params(event.value(), seller.name(), row.order())
                .query(UUID.class)
                .optional()
                .map(EventOrderId::new);
    }

    /** Adds seats to a known order; one whose tickets were all cancelled begins with them. */
    private EventOrderId reopen(EventOrderId id, int more) {
        db.sql("""
                        UPDATE outreach.event_order
                        SET seats = CASE WHEN state = 'CANCELLED' THEN 0 ELSE seats END + ?, state = 'CONFIRMED',
                            version = version + 1
                        WHERE id = ?
                        """).params(more, id.value()).update();
        return id;
    }

    private EventOrderId insertOrder(
            EventId event, EventMode mode, String language, TicketSeller seller, TicketRow row) {
        EventOrderId id = orders.insert(
                event,
                new EventOrderFacts(
                        mode,
                        row.seats(),
                        null,
                        null,
                        language,
                        null,
                        null,
                        new GuestFacts(row.buyer(), Set.of(), null)),
                EventOrderState.CONFIRMED,
                null,
                null);
        db.sql("UPDATE outreach.event_order SET seller = ?, reference = ? WHERE id = ?")
                .params(seller.name(), row.order(), id.value())
                .update();
        return id;
    }

    void setAmount(SoldTicket ticket, BigDecimal amount) {
        db.sql("UPDATE outreach.event_ticket SET amount = ?, version = version + 1 WHERE id = ?")
                .params(amount, ticket.id().value())
                .update();
    }

    /**
     * Takes the seats of a ticket back: it is cancelled there, or its import is undone.
     *
     * @return the mode in which seats are free again; empty if none are
     */
    Optional<EventMode> removeSeats(SoldTicket ticket) {
        EventOrderId order = ticket.eventOrder();
        if (order == null) {
            return Optional.empty();
        }
        EventMode mode = orders.findById(order).mode();
        LockedQuota quota = orders.lockQuota(ticket.event(), mode);
        int removed = seats.deleteByTicket(order, ticket.id().value());
        if (removed == 0) {
            return Optional.empty();
        }
        db.sql("""
                        UPDATE outreach.event_order SET seats = greatest(seats - :removed, 1), version = version + 1,
                               state = CASE WHEN seats > :removed THEN state ELSE 'CANCELLED' END
                        WHERE id = :id
                        """).param("removed", removed).param("id", order.value()).update();
        orders.takeSeats(quota, -removed);
        return Optional.of(mode);
    }

    void cancel(SoldTicket ticket, BigDecimal amount) {
        db.sql("UPDATE outreach.event_ticket SET cancelled = true, amount = ?, version = version + 1 WHERE id = ?")
                .params(amount, ticket.id().value())
                .update();
    }

    /** Deletes a ticket whose seats were taken back, and its order if that has no other. */
    void delete(SoldTicket ticket) {
        db.sql("DELETE FROM outreach.event_ticket WHERE id = ?")
                .param(ticket.id().value())
                .update();
        if (ticket.eventOrder() != null) {
            db.sql("""
                            DELETE FROM outreach.event_order o WHERE o.id = ? AND NOT EXISTS
                                   (SELECT FROM outreach.event_ticket t WHERE t.event_order = o.id)
                            """).param(ticket.eventOrder().value()).update();
        }
    }
}
