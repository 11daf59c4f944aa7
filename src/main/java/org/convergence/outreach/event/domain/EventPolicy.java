package org.convergence.outreach.event.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.jspecify.annotations.Nullable;

/** The rules of events: publication and offers. */
final class EventPolicy {

    /** After so many days the needs of guests are erased (R-EVT-8). */
    static final int NEED_DAYS = 7;

    private static final Duration OFFER = Duration.ofDays(2);

    private EventPolicy() {}

    /** The key of the reason why an event cannot be announced (R-EVT-6); {@code null} if it can. */
    static @Nullable String reasonNotToOpen(EventFacts facts, LocalDate today) {
        if (facts.draw() && facts.licence() == null) {
            return "event.refused.licence";
        }
        if (facts.inPerson() == null && facts.online() == null) {
            return "event.refused.modes";
        }
        return facts.day().isBefore(today) ? "event.refused.past" : null;
    }

    /** An order that waits. */
    record WaitingOrder(EventOrderId id, int seats) {}

    /** The orders to which free seats are offered: in their order, each whole or not at all (R-EVT-4). */
    static List<WaitingOrder> chooseOffers(List<WaitingOrder> waiting, int free) {
        List<WaitingOrder> chosen = new ArrayList<>();
        int left = free;
        for (WaitingOrder each : waiting) {
            if (each.seats() <= left) {
                chosen.add(each);
                left -= each.seats();
            }
        }
        return chosen;
    }

    /** Until when an offer is kept: two days, or until the day of the event begins; an hour on that day. */
    static Instant offerEnd(Instant now, Instant day) {
        Instant end = now.plus(OFFER);
        return end.isBefore(day) ? end : day.isAfter(now) ? day : now.plus(Duration.ofHours(1));
    }
}
