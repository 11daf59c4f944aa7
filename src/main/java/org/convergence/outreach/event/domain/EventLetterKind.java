package org.convergence.outreach.event.domain;

import java.time.LocalDate;
import java.util.Locale;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.jspecify.annotations.Nullable;

/** What a letter about an order tells: its state, or what staff write to everyone who registered. */
public enum EventLetterKind {
    CONFIRMED,
    WAITING,
    OFFERED,
    CANCELLED,
    /** Before the day, to those expected. */
    REMINDER,
    /** That the day, the hour, the place or the address on line changed, to those who registered before. */
    CHANGED,
    /** After it was held, to those who came. */
    THANKS;

    /** The letter of a state; {@code null} if there is none. */
    static @Nullable EventLetterKind of(EventOrderState state) {
        return switch (state) {
            case CONFIRMED -> CONFIRMED;
            case WAITING -> WAITING;
            case OFFERED -> OFFERED;
            default -> null;
        };
    }

    String purpose() {
        return "event_" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether staff write it to all at once. */
    public boolean isMailing() {
        return this == REMINDER || this == CHANGED || this == THANKS;
    }

    /** Each mailing has a state of its own; the letters of an order's states have one together. */
    String matter() {
        return isMailing() ? purpose() : EventLetterSender.MATTER;
    }

    /** Whether its time is now. */
    boolean isTimely(Event event, LocalDate today) {
        boolean ahead = event.state().isAhead() && !event.facts().day().isBefore(today);
        return switch (this) {
            case REMINDER -> ahead;
            case CHANGED -> ahead && event.changedAt() != null;
            case THANKS -> event.state() == EventState.HELD;
            default -> false;
        };
    }
}
