package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.domain.EventOrder.SeatPrice;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An event.
 *
 * @param people the head count, once it was held
 * @param takings typed without a payment, before the takings of the night were payments
 * @param costs outside the expenses, as typed
 * @param changedAt when the day, hour, place or address of an announced event changed last; {@code null} if never
 * @param needsErased whether only the totals of needs are left
 */
public record Event(
        EventId id,
        int version,
        EventState state,
        EventFacts facts,
        @Nullable Integer people,
        BigDecimal takings,
        BigDecimal costs,
        @Nullable Instant changedAt,
        boolean needsErased) {

    /** Where an event stands: open and closed tell whether people may still register. */
    public enum EventState {
        DRAFT(Tone.AHEAD),
        OPEN(Tone.ACTIVE),
        CLOSED(Tone.ACTIVE),
        HELD(Tone.OK),
        CANCELLED(Tone.REST);

        private final Tone tone;

        EventState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether it was announced and is still ahead. */
        public boolean isAhead() {
            return this == OPEN || this == CLOSED;
        }
    }

    /** Whether anyone may register: registration ends with the day of the event, also where nobody closed it. */
    public boolean isOpen(LocalDate today) {
        return state == EventState.OPEN && !facts.day().isBefore(today);
    }

    /** Its state in words of a day: one that is over takes no registration, also where nobody closed it. */
    public EventState stateOn(LocalDate today) {
        return state == EventState.OPEN && !isOpen(today) ? EventState.CLOSED : state;
    }

    /** Whether its day is over and its head count is not recorded. */
    public boolean isUncounted(LocalDate today) {
        return state.isAhead() && facts.day().isBefore(today);
    }

    /** Until when an offer that was told at a moment is kept. */
    Instant offerEnd(Instant told, ZoneId zone) {
        return EventPolicy.offerEnd(told, begins(zone));
    }

    /** The end of an offer that was told at a moment, after the event moved to its day. */
    Instant movedOfferEnd(Instant told, Instant now, ZoneId zone) {
        return EventPolicy.movedOfferEnd(told, begins(zone), now);
    }

    /** When it begins; the end of its day if its hour is not set. */
    private Instant begins(ZoneId zone) {
        LocalDateTime starts = facts.starts();
        return starts == null
                ? facts.day().plusDays(1).atStartOfDay(zone).toInstant()
                : starts.atZone(zone).toInstant();
    }

    /** Whether needs are told: no longer from the seventh day after it on, also before the night that erases them. */
    public boolean hasNeeds(LocalDate today) {
        return !needsErased && today.isBefore(facts.day().plusDays(EventPolicy.NEED_DAYS));
    }

    /** How a guest takes part. */
    public enum EventMode {
        IN_PERSON,
        ONLINE;

        /** The other one. */
        public EventMode other() {
            return this == IN_PERSON ? ONLINE : IN_PERSON;
        }
    }

    /**
     * The facts of an event, stored as they are.
     *
     * @param begins such as 18:30; {@code null} if it is not set
     * @param languages in words, with interpretation
     * @param access in words, with childcare
     * @param inPerson the seats in the room; {@code null} if it is not in person
     * @param online the seats on line; {@code null} if it is not on line
     * @param draw whether there is a draw, which needs a licence (R-EVT-6)
     * @param reduced a solidarity price of a seat, set with the two others (R-EVT-5); {@code null} with one price or none
     * @param taxNumbers the numbers under which taxes are charged; {@code null} if they are not
     * @param target of the net result
     * @param action the line of the plan that it serves
     * @param meals one on each line, in order; empty where needs are of the whole event
     * @param carers the adults with the children, one on each line; empty without childcare (R-EVT-9)
     * @param announced whether the website and its feeds show it, once registration was opened
     */
    public record EventFacts(
            String name,
            LocalDate day,
            @Nullable String begins,
            String place,
            @Nullable Integer inPerson,
            @Nullable Integer online,
            @Nullable String onlineUrl,
            String languages,
            String about,
            String access,
            boolean draw,
            @Nullable String licence,
            int tableSize,
            @Nullable BigDecimal reduced,
            @Nullable BigDecimal regular,
            @Nullable BigDecimal support,
            @Nullable String taxNumbers,
            @Nullable BigDecimal target,
            @Nullable UUID action,
            String meals,
            String carers,
            boolean announced) {

        private static final int CARERS = 2;

        /** The adults with the children. */
        public List<String> carerNames() {
            return carers.lines().toList();
        }

        /** Whether it has childcare: two adults at least, or none. */
        public boolean hasChildcare() {
            return carerNames().size() >= CARERS;
        }

        /** The meals in their order. */
        public List<String> mealNames() {
            return meals.lines().toList();
        }

        /** Whether guests may come or take part on line. */
        public boolean isHybrid() {
            return inPerson != null && online != null;
        }

        /** The price of a seat; {@code null} without prices. */
        public @Nullable BigDecimal price(SeatPrice price) {
            return switch (price) {
                case REDUCED -> reduced;
                case REGULAR -> regular;
                case SUPPORT -> support;
            };
        }

        /** Its day and hour in words. */
        public String when(Words t) {
            String date = t.capital(t.dayAndDate(day));
            LocalDateTime starts = starts();
            return starts == null ? date : t.say("public.event.at", date, t.time(starts.toLocalTime()));
        }

        /** When it begins, in the zone of the organisation; {@code null} if its hour is not set. */
        public @Nullable LocalDateTime starts() {
            return begins == null ? null : day.atTime(LocalTime.parse(begins));
        }

        /** Whether another day, hour, place or address on line is to be told to those who registered. */
        boolean isElsewhere(EventFacts before) {
            return !day.equals(before.day)
                    || !place.equals(before.place)
                    || !Objects.equals(begins, before.begins)
                    || !Objects.equals(onlineUrl, before.onlineUrl);
        }

        /** The seats of a mode; {@code null} if guests cannot take part in it. */
        public @Nullable Integer seats(EventMode mode) {
            return mode == EventMode.IN_PERSON ? inPerson : online;
        }
    }

    /** The seats of a mode, with those taken and those for which people wait. */
    public record EventQuota(EventMode mode, int seats, int taken, int waiting) {

        /** The seats left. */
        public int free() {
            return Math.max(0, seats - taken);
        }

        /** The seats above the quota, which another site sold. */
        public int oversold() {
            return Math.max(0, taken - seats);
        }
    }

    /**
     * Guests at the door.
     *
     * @param admitted with those who left since
     * @param gone who left and did not return
     * @param doubles times that a guest was checked in once more
     * @param complete tables of which every guest came
     */
    public record DoorCount(int expected, int admitted, int gone, int doubles, int tables, int complete) {

        /** The guests who are in now. */
        public int inside() {
            return admitted - gone;
        }

        /** The figures in short sentences. */
        public List<String> describe(Words t) {
            List<String> figures = new ArrayList<>();
            figures.add(t.say("event.door.inside", inside(), expected));
            if (gone > 0) {
                figures.add(t.say("event.door.gone", gone));
            }
            if (tables > 0) {
                figures.add(t.say("event.door.tables", complete, tables));
            }
            if (doubles > 0) {
                figures.add(t.say("event.door.doubles", doubles));
            }
            return figures;
        }
    }
}
