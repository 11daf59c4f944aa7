package org.convergence.outreach.event.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.EventOrder.EventTable;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.outreach.event.domain.EventOrder.GuestNeed;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of seats with their guests. */
@Repository
class EventSeatRepository {

    private static final ChildcareRequest NO_CHILDREN = new ChildcareRequest(List.of(), null, false);

    private final JdbcClient db;

    EventSeatRepository(JdbcClient db) {
        this.db = db;
    }

    /**
     * Adds seats without names: at the places left at the order's own tables, then at new ones.
     *
     * @param tableSize guests at a table; {@code null} for seats without a table
     */
    void insert(EventId event, EventOrderId order, int seats, @Nullable Integer tableSize) {
        db.sql("""
                        WITH sat AS (SELECT s.table_number, bool_or(s.event_order = :order) AS is_own, count(*)::int AS guests
                                     FROM outreach.event_seat s JOIN outreach.event_order o ON o.id = s.event_order
                                     WHERE o.event = :event AND s.table_number IS NOT NULL GROUP BY s.table_number),
                             place AS (SELECT table_number, row_number() OVER (ORDER BY table_number) AS n
                                       FROM sat CROSS JOIN generate_series(guests + 1, CAST(:size AS integer)) WHERE is_own)
                        INSERT INTO outreach.event_seat (id, event_order, position, table_number)
                        SELECT x.id, :order, x.n + (SELECT count(*) FROM outreach.event_seat WHERE event_order = :order),
                               CASE WHEN CAST(:size AS integer) IS NOT NULL THEN
                                   coalesce(p.table_number, (SELECT coalesce(max(table_number), 0) FROM sat) + 1
                                            + (x.n - 1 - (SELECT count(*) FROM place)) / CAST(:size AS integer)) END
                        FROM unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS x (id, n) LEFT JOIN place p ON p.n = x.n
                        """)
                .param("event", event.value())
                .param("order", order.value())
                .param("size", tableSize)
                .param("ids", Stream.generate(Ids::next).limit(seats).toArray(UUID[]::new))
                .update();
    }

    /** Takes seats away, those without a name first, then the last ones; the others close up. */
    void delete(EventOrderId order, int seats) {
        db.sql("""
                        DELETE FROM outreach.event_seat WHERE id IN (SELECT id FROM outreach.event_seat WHERE event_order = ?
                               ORDER BY name IS NOT NULL, position DESC LIMIT ?)
                        """).params(order.value(), seats).update();
        closeUp(order);
    }

    /** Takes the seats of a ticket away, and tells how many they were. */
    int deleteByTicket(EventOrderId order, UUID ticket) {
        int removed = db.sql("DELETE FROM outreach.event_seat WHERE event_order = ? AND ticket = ?")
                .params(order.value(), ticket)
                .update();
        closeUp(order);
        return removed;
    }

    private void closeUp(EventOrderId order) {
        db.sql("SET CONSTRAINTS outreach.event_seat_position_is_one DEFERRED").update();
        db.sql("""
                        UPDATE outreach.event_seat s SET position = x.n FROM (SELECT id, row_number() OVER (ORDER BY position) AS n
                        FROM outreach.event_seat WHERE event_order = ?) x WHERE x.id = s.id AND s.position <> x.n
                        """).param(order.value()).update();
    }

    /** Names a guest, whose needs stay erased if they are. */
    void name(EventOrderId order, int position, GuestFacts guest) {
        ChildcareRequest childcare = Objects.requireNonNullElse(guest.childcare(), NO_CHILDREN);
        db.sql("""
                        UPDATE outreach.event_seat
                        SET name = :name, meals = CASE WHEN needs IS NULL THEN NULL ELSE coalesce(CAST(:meals AS text[]), meals) END, need_note = CASE WHEN needs IS NULL THEN NULL ELSE :note END,
                            needs = CASE WHEN needs IS NULL THEN NULL ELSE CAST(:needs AS text[]) END,
                            children = CASE WHEN needs IS NULL THEN NULL WHEN :asked THEN CAST(:children AS text[]) ELSE children END,
                            pick_up = CASE WHEN needs IS NULL THEN NULL WHEN :asked THEN :pickUp ELSE pick_up END,
                            child_photos = needs IS NOT NULL AND CASE WHEN :asked THEN :photos ELSE child_photos END
                        WHERE event_order = :order AND position = :position
                        """)
                .param("name", guest.name())
                .param("note", guest.note())
                .param("meals", guest.meals() == null ? null : guest.meals().toArray(String[]::new))
                .param("needs", needs(guest).map(Enum::name).sorted().toArray(String[]::new))
                .param("asked", guest.childcare() != null)
                .param("children", childcare.children().stream().map(Enum::name).toArray(String[]::new))
                .param("pickUp", childcare.pickUp())
                .param("photos", childcare.photos())
                .param("order", order.value())
                .param("position", position)
                .update();
    }

    /** The needs of a guest, childcare among them once children come. */
    private static Stream<GuestNeed> needs(GuestFacts guest) {
        return Stream.concat(
                        guest.needs().stream(),
                        guest.bringsChildren() ? Stream.of(GuestNeed.CHILDCARE) : Stream.empty())
                .distinct();
    }

    /** The tables at which guests of orders that are not over sit, by number. */
    List<EventTable> findTables(EventId event) {
        return db.sql("""
                        SELECT s.table_number AS number, count(*) AS guests
                        FROM outreach.event_seat s JOIN outreach.event_order o ON o.id = s.event_order
                        WHERE o.event = ? AND o.state NOT IN ('EXPIRED', 'CANCELLED') AND s.table_number IS NOT NULL
                        GROUP BY s.table_number ORDER BY s.table_number
                        """)
                .param(event.value())
                .query(RecordMapper.of(EventTable.class))
                .list();
    }

    void seatAt(EventOrderId order, int position, @Nullable Integer table) {
        db.sql(
                        "UPDATE outreach.event_seat SET table_number = :table WHERE event_order = :order AND position = :position")
                .param("table", table)
                .param("order", order.value())
                .param("position", position)
                .update();
    }

    void leaveTables(EventOrderId order) {
        db.sql("UPDATE outreach.event_seat SET table_number = NULL WHERE event_order = ?")
                .param(order.value())
                .update();
    }

    /** Checks expected guests in; one who is out is back. Tells for each how many times they had been checked in before. */
    List<Integer> checkIn(EventId event, String code, List<UUID> seats, Instant at) {
        return db.sql("""
                        UPDATE outreach.event_seat SET admitted_at = coalesce(admitted_at, :at),
                               doubles = doubles + CASE WHEN admitted_at IS NULL THEN 0 ELSE 1 END,
                               left_at = CASE WHEN moved_at <= :at THEN NULL ELSE left_at END,
                               moved_at = CASE WHEN left_at IS NOT NULL AND moved_at <= :at THEN :at ELSE moved_at END
                        WHERE id IN (SELECT s.id FROM outreach.event_seat s JOIN outreach.event_order o ON o.id = s.event_order
                                     JOIN outreach.event e ON e.id = o.event
                                     WHERE o.event = :event AND o.state IN ('HELD', 'CONFIRMED') AND e.state IN ('OPEN', 'CLOSED')
                                       AND (o.code = upper(:code) OR s.id = ANY (:seats)) ORDER BY s.id FOR UPDATE OF s)
                        RETURNING doubles
                        """)
                .param("at", SqlTime.at(at))
                .param("event", event.value())
                .param("code", code)
                .param("seats", seats.toArray(UUID[]::new))
                .query(Integer.class)
                .list();
    }

    /** Takes one check-in of each back: a guest that another phone checked in too stays in. */
    int undoCheckIn(EventId event, List<UUID> seats) {
        return db.sql("""
                        UPDATE outreach.event_seat s
                        SET admitted_at = CASE WHEN doubles > 0 THEN admitted_at END,
                            left_at = CASE WHEN doubles > 0 THEN left_at END,
                            moved_at = CASE WHEN doubles > 0 THEN moved_at END, doubles = greatest(doubles - 1, 0)
                        FROM outreach.event_order o JOIN outreach.event e ON e.id = o.event
                        WHERE o.id = s.event_order AND o.event = ? AND e.state IN ('OPEN', 'CLOSED') AND s.id = ANY (?)
                        """).params(event.value(), seats.toArray(UUID[]::new)).update();
    }

    /** Notes that a guest left or returned; false if a later move of the guest is known, or the guest is not in. */
    boolean move(EventId event, UUID seat, boolean leaves, Instant at) {
        return db.sql("""
                        UPDATE outreach.event_seat s SET left_at = CASE WHEN :leaves THEN :at END, moved_at = :at
                        FROM outreach.event_order o JOIN outreach.event e ON e.id = o.event
                        WHERE o.id = s.event_order AND o.event = :event AND s.id = :seat AND e.state IN ('OPEN', 'CLOSED')
                          AND coalesce(s.moved_at, s.admitted_at) <= :at
                        """)
                        .param("leaves", leaves)
                        .param("at", SqlTime.at(at))
                        .param("event", event.value())
                        .param("seat", seat)
                        .update()
                > 0;
    }
}
