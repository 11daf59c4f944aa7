package org.convergence.outreach.event.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** The rules of events: publication, offers and letters. */
final class EventPolicy {

    /** After so many days the needs of guests are erased (R-EVT-8). */
    static final int NEED_DAYS = 7;

    private static final Duration OFFER = Duration.ofDays(2);

    private EventPolicy() {}

    /** Whether guests said which meals they take, and which children they bring. */
    record GuestChoices(boolean meals, boolean children) {}

    /** @throws Refused if an order keeps its seats and its mode: it is sold elsewhere, over, offered or invoiced */
    static void requireChangeable(EventOrder order) {
        if (order.seller() != null) {
            throw new Refused("event.refused.elsewhere");
        }
        if (order.state().isOver() || order.state() == EventOrderState.OFFERED || order.invoice() != null) {
            throw new Refused(order.invoice() == null ? "public.event.refused.over" : "public.event.refused.invoiced");
        }
    }

    /** @throws Refused if children come to an event without childcare */
    static void requireChildcare(EventFacts facts, List<GuestFacts> guests) {
        if (!facts.hasChildcare() && guests.stream().anyMatch(GuestFacts::bringsChildren)) {
            throw new Refused("public.event.refused.childcare");
        }
    }

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

    /**
     * The key of the reason why the facts of an event cannot become others; {@code null} if they can.
     *
     * @param choices what guests chose
     */
    static @Nullable String reasonNotToChange(Event event, EventFacts facts, LocalDate today, GuestChoices choices) {
        if (choices.meals() && !keepsMeals(event.facts().mealNames(), facts.mealNames())) {
            return "event.refused.meals-moved";
        }
        if (choices.children() && !facts.hasChildcare()) {
            return "event.refused.carers-children";
        }
        return event.state().isAhead() ? reasonNotToOpen(facts, today) : null;
    }

    /** Guests choose meals by their places: one may be renamed, others may be added after the last, but none may move. */
    private static boolean keepsMeals(List<String> before, List<String> after) {
        return after.size() >= before.size()
                && IntStream.range(0, after.size())
                        .allMatch(i -> !before.contains(after.get(i))
                                || (i < before.size() && before.get(i).equals(after.get(i))));
    }

    /** Whether a letter that waits still says what is so: none about a day to come leaves once it is over. */
    static boolean isStillTrue(String purpose, Instant posted, EventOrderState order, Event event, LocalDate today) {
        EventState state = event.state();
        if (purpose.equals(EventLetterKind.CANCELLED.purpose())) {
            return state == EventState.CANCELLED;
        }
        if (purpose.equals(EventLetterKind.THANKS.purpose())) {
            return state == EventState.HELD;
        }
        // All other letters name the day, the hour and the place.
        Instant moved = event.changedAt();
        if (!state.isAhead() || event.facts().day().isBefore(today) || (moved != null && posted.isBefore(moved))) {
            return false;
        }
        if (purpose.equals(EventLetterKind.REMINDER.purpose()) || purpose.equals(EventLetterKind.CHANGED.purpose())) {
            return !order.isOver();
        }
        EventLetterKind kind = EventLetterKind.of(order);
        return kind != null && kind.purpose().equals(purpose);
    }

    /**
     * The key of the reason why an order gets no letter of a mailing; {@code null} if it gets one. Nobody gets it twice;
     * a letter taken back, or withheld since it was no longer true, does not count.
     *
     * @param last the last letter of this kind to the order; {@code null} for none
     * @param confirmation the last letter about the state of the order; {@code null} for none
     * @param atDoor whether guests were checked in at the door
     */
    static @Nullable String reasonNotToWrite(
            EventLetterKind kind,
            EventOrder order,
            @Nullable LetterStatus last,
            @Nullable LetterStatus confirmation,
            boolean atDoor,
            @Nullable Instant moved) {
        if (kind == EventLetterKind.CHANGED && moved != null) {
            if (last != null && tellsSince(last, moved)) {
                return reasonOf(last.state());
            }
            return !order.madeAt().isBefore(moved)
                    ? "event.letter.later"
                    : tellsSince(confirmation, moved) ? "event.letter.current" : null;
        }
        if (last != null && last.state() != LetterState.WITHHELD) {
            return reasonOf(last.state());
        }
        boolean missed = kind == EventLetterKind.THANKS
                && atDoor
                && order.mode() == EventMode.IN_PERSON
                && order.admitted() == 0;
        return missed ? "event.letter.absent" : null;
    }

    /** Why an order whose last letter was written and not withheld gets no other. */
    private static String reasonOf(LetterState last) {
        return switch (last) {
            case WAITING -> "event.letter.waiting";
            case PERHAPS_SENT -> "event.letter.perhaps";
            case REFUSED -> "event.letter.refused";
            case SENT, DELIVERED_OTHERWISE, WITHHELD -> "event.letter.already";
        };
    }

    /** Whether a letter was written after a change, and so tells it; one that is withheld tells nothing. */
    static boolean tellsSince(@Nullable LetterStatus letter, @Nullable Instant moved) {
        return letter != null
                && letter.state() != LetterState.WITHHELD
                && (moved == null || !letter.postedAt().isBefore(moved));
    }

    /** The first item whose title names a speaker of the programme who is not to be named; {@code null} for none. */
    static @Nullable EventItem findNaming(List<EventItem> items) {
        List<String> unnamed = items.stream()
                .filter(each -> each.speaker() != null && !each.named())
                .map(each -> TextNormalizer.fold(String.valueOf(each.speaker())))
                .toList();
        return items.stream()
                .filter(each -> unnamed.stream().anyMatch(TextNormalizer.fold(each.title())::contains))
                .findFirst()
                .orElse(null);
    }

    /** The first table that got more guests than it has places; {@code null} for none. One that was too full may stay so. */
    static @Nullable Integer findOverfull(Map<Integer, Integer> before, Map<Integer, Integer> after, int places) {
        return after.entrySet().stream()
                .filter(each -> each.getValue() > Math.max(places, before.getOrDefault(each.getKey(), 0)))
                .map(Map.Entry::getKey)
                .min(Integer::compare)
                .orElse(null);
    }

    /** An offer that was told; without an end if its time has not begun. */
    record ToldOffer(
            EventOrderId id,
            EventMode mode,
            Instant toldAt,
            @Nullable Instant offeredUntil) {}

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

    /** Until when an offer is kept: two days, or until the event begins; an hour after that. */
    static Instant offerEnd(Instant now, Instant begins) {
        Instant end = now.plus(OFFER);
        return end.isBefore(begins) ? end : begins.isAfter(now) ? begins : now.plus(Duration.ofHours(1));
    }

    /** As above after the event moved, for an offer that was told before: an hour at least is left. */
    static Instant movedOfferEnd(Instant told, Instant begins, Instant now) {
        Instant end = offerEnd(told, begins);
        return end.isAfter(now) ? end : now.plus(Duration.ofHours(1));
    }
}
