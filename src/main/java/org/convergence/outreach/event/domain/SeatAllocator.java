package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrder.EventTable;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.outreach.event.domain.EventOrder.SeatPrice;
import org.convergence.outreach.event.domain.EventOrderRepository.LockedQuota;
import org.convergence.outreach.event.domain.EventPolicy.WaitingOrder;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives seats to orders and takes them back, under the lock of the quota. A group gets all its seats or waits; seats that
 * free themselves are offered to those who wait, in their order.
 */
@Component
record SeatAllocator(
        EventOrderRepository repository,
        EventSeatRepository guests,
        EventLetterSender letters,
        OrganisationSettings settings) {

    /** Orders seats: confirmed, held until the organisation confirms, or waiting. */
    EventOrder create(Event event, EventOrderFacts facts) {
        if (!event.state().isAhead()) {
            throw new Refused("public.event.refused.closed");
        }
        LockedQuota quota = refill(event, facts.mode());
        EventPolicy.requireChildcare(event.facts(), List.of(facts.first()));
        EventOrderState state = quota.free() < facts.seats()
                ? EventOrderState.WAITING
                : EventOrderState.secured(facts.organisation(), facts.purchaseOrder());
        SeatPrice wanted = Objects.requireNonNullElse(facts.price(), SeatPrice.REGULAR);
        SeatPrice chosen = event.facts().price(wanted) == null ? SeatPrice.REGULAR : wanted;
        BigDecimal price = facts.organisation() == null ? null : event.facts().price(chosen);
        BigDecimal amount = price == null ? null : price.multiply(BigDecimal.valueOf(facts.seats()));
        EventOrderId id = repository.insert(event.id(), facts, state, amount == null ? null : chosen, amount);
        boolean atTables = facts.organisation() != null && facts.mode() == EventMode.IN_PERSON;
        guests.insert(event.id(), id, facts.seats(), atTables ? event.facts().tableSize() : null);
        if (facts.organisation() == null) {
            guests.name(id, 1, facts.first());
        }
        if (state.takesSeats()) {
            repository.takeSeats(quota, facts.seats());
        }
        return tell(event, id);
    }

    /** Writes to the contact of a confirmed or a waiting order: one letter for each of its states (R-EVT-2). */
    private EventOrder tell(Event event, EventOrderId id) {
        EventOrder order = repository.findById(id);
        letters.post(EventLetterKind.of(order.state()), event, order);
        return order;
    }

    /** Confirms an order whose seats are held or offered, by a purchase order or a signature if it has one. */
    EventOrder secure(Event event, EventOrderId id) {
        EventOrder order = repository.lock(id);
        Instant until = order.offeredUntil();
        if (order.state() != EventOrderState.HELD
                && (order.state() != EventOrderState.OFFERED
                        || (until != null && !repository.now().isBefore(until)))) {
            throw new Refused("public.event.refused.expired");
        }
        repository.setState(id, EventOrderState.secured(order.organisation(), order.purchaseOrder()), null);
        return tell(event, id);
    }

    /**
     * Cancels an order and offers its seats to those who wait; one that is over stays so, and one sold elsewhere is
     * refused. Returns how many orders got an offer.
     */
    int cancel(Event event, EventOrderId id) {
        EventMode mode = repository.findById(id).mode();
        LockedQuota quota = repository.lockQuota(event.id(), mode);
        EventOrder order = lock(id, mode);
        if (order.state().isOver()) {
            return 0;
        }
        if (order.seller() != null) {
            throw new Refused("event.refused.elsewhere");
        }
        repository.setState(id, EventOrderState.CANCELLED, null);
        letters.withholdUntrue(List.of(order));
        guests.delete(id, order.seats());
        if (order.state().takesSeats()) {
            repository.takeSeats(quota, -order.seats());
        }
        return offer(event, mode);
    }

    /**
     * Changes the number of seats, all or nothing.
     *
     * @throws Refused if it is over or invoiced, or the seats are not free
     */
    void resize(Event event, EventOrderId id, int seats) {
        EventMode mode = repository.findById(id).mode();
        LockedQuota quota = refill(event, mode);
        EventOrder order = lock(id, mode);
        int more = seats - order.seats();
        if (more == 0) {
            return;
        }
        EventPolicy.requireChangeable(order);
        if (order.state().takesSeats()) {
            if (more > 0 && more > quota.free()) {
                throw new Refused("public.event.refused.full", quota.free());
            }
            repository.takeSeats(quota, more);
        }
        BigDecimal amount = order.amount();
        if (amount != null) {
            BigDecimal each = amount.divide(BigDecimal.valueOf(order.seats()));
            repository.set(id, "amount", each.multiply(BigDecimal.valueOf(seats)));
        }
        repository.set(id, "seats", seats);
        if (more > 0) {
            guests.insert(
                    event.id(),
                    id,
                    more,
                    order.tables().isEmpty() ? null : event.facts().tableSize());
        } else {
            guests.delete(id, -more);
            refill(event, mode);
        }
        letters.rewrite(event, List.of(repository.findById(id)));
    }

    /**
     * Moves an order to the other mode, whole or not at all: its seats go from one quota to the other (R-EVT-10).
     *
     * @throws Refused if it is over, offered, sold elsewhere, invoiced or in the room, or the seats are not free there
     */
    void changeMode(Event event, EventOrderId id) {
        EventMode from = repository.findById(id).mode();
        // Always in one order, so that two who change modes at once do not wait for each other.
        for (EventMode each : EventMode.values()) {
            repository.lockQuota(event.id(), each);
        }
        LockedQuota target = refill(event, from.other());
        EventOrder order = lock(id, from);
        EventPolicy.requireChangeable(order);
        if (order.admitted() > 0) {
            throw new Refused("public.event.refused.over");
        }
        if (order.state().takesSeats()) {
            if (order.seats() > target.free()) {
                throw new Refused("public.event.refused.full", target.free());
            }
            repository.takeSeats(repository.lockQuota(event.id(), from), -order.seats());
            repository.takeSeats(target, order.seats());
        }
        repository.set(id, "mode", from.other().name());
        guests.leaveTables(id);
        // A waiting order may find its seats there, and those who wait here may find its own.
        offer(event, from.other());
        offer(event, from);
        EventOrder moved = repository.findById(id);
        if (moved.state() == order.state() && letters.rewrite(event, List.of(moved)) == 0) {
            letters.post(EventLetterKind.of(moved.state()), event, moved);
        }
    }

    /** Locks an order whose quota is locked, or refuses it if it was moved to the other mode meanwhile. */
    private EventOrder lock(EventOrderId id, EventMode mode) {
        EventOrder order = repository.lock(id);
        if (order.mode() != mode) {
            throw new Refused("public.event.refused.changed");
        }
        return order;
    }

    /**
     * Names guests.
     *
     * @param version on which the form was opened
     * @throws Refused if another person changed the order meanwhile
     */
    void nameGuests(EventOrderId id, int version, List<GuestFacts> named) {
        EventOrder order = lock(id, version);
        for (int i = 0; i < named.size(); i++) {
            guests.name(id, i + 1, named.get(i));
        }
        repository.set(id, "seats", order.seats());
    }

    private EventOrder lock(EventOrderId id, int version) {
        EventOrder order = repository.lock(id);
        if (order.state().isOver()) {
            throw new Refused("public.event.refused.over");
        }
        if (order.version() != version) {
            throw new Refused("public.event.refused.changed");
        }
        return order;
    }

    /**
     * Seats the guests of an order at tables, also of several orders together.
     *
     * @param tables in the order of the seats; {@code null} for a seat at no table
     * @throws Refused if a table has too few places, or another person changed the order meanwhile
     */
    void seatAt(Event event, EventOrderId id, int version, List<@Nullable Integer> tables) {
        repository.lockQuota(event.id(), EventMode.IN_PERSON);
        EventOrder order = lock(id, version);
        if (order.mode() != EventMode.IN_PERSON || tables.size() != order.seats()) {
            throw new Refused("public.event.refused.changed");
        }
        Map<Integer, Integer> before = countGuests(event);
        for (int i = 0; i < tables.size(); i++) {
            guests.seatAt(id, i + 1, tables.get(i));
        }
        int places = event.facts().tableSize();
        Integer full = EventPolicy.findOverfull(before, countGuests(event), places);
        if (full != null) {
            throw new Refused("event.refused.table", full, places);
        }
        repository.set(id, "seats", order.seats());
    }

    private Map<Integer, Integer> countGuests(Event event) {
        return guests.findTables(event.id()).stream().collect(Collectors.toMap(EventTable::number, EventTable::guests));
    }

    /** Sets the end of offers that were told, since the event moved: their contacts are to be told the change. */
    void moveOffers(Event event) {
        repository
                .findTold(event.id())
                .forEach(each -> repository.setState(
                        each.id(),
                        EventOrderState.OFFERED,
                        event.movedOfferEnd(
                                each.toldAt(),
                                repository.now(),
                                settings.current().zone())));
    }

    /** An order with the end of its offer, also in the minutes after its letter left. */
    EventOrder withEnd(Event event, EventOrder order) {
        if (order.state() != EventOrderState.OFFERED || order.offeredUntil() != null) {
            return order;
        }
        return repository.findTold(event.id()).stream()
                .filter(each -> each.id().equals(order.id()))
                .findFirst()
                .map(each -> order.offeredUntil(
                        event.offerEnd(each.toldAt(), settings.current().zone())))
                .orElse(order);
    }

    /**
     * Begins the time of offers whose letter left, ends those whose time is over, offers free seats to those who wait, and
     * gives the locked quota.
     */
    LockedQuota refill(Event event, EventMode mode) {
        offer(event, mode);
        return repository.lockQuota(event.id(), mode);
    }

    private int offer(Event event, EventMode mode) {
        int offered = 0;
        LockedQuota quota = repository.lockQuota(event.id(), mode);
        repository.findTold(event.id()).stream()
                .filter(each -> each.mode() == mode && each.offeredUntil() == null)
                .forEach(each -> repository.setState(
                        each.id(),
                        EventOrderState.OFFERED,
                        event.offerEnd(each.toldAt(), settings.current().zone())));
        int freed = repository.expireOffers(event.id(), mode);
        if (freed > 0) {
            repository.takeSeats(quota, -freed);
        }
        int free = quota.free() + freed;
        if (event.state().isAhead() && free > 0) {
            for (WaitingOrder each : EventPolicy.chooseOffers(repository.findWaiting(event.id(), mode), free)) {
                repository.setState(each.id(), EventOrderState.OFFERED, null);
                repository.takeSeats(quota, each.seats());
                tell(event, each.id());
                offered++;
            }
        }
        return offered;
    }
}
