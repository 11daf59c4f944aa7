package org.convergence.resources.declaration.domain;

import java.time.LocalDate;
import java.util.Optional;

/** Which days a round may have, and what is sent on a day (R-DECL-1). */
public final class RoundPolicy {

    private RoundPolicy() {}

    /** What the schedule does on a day. */
    public enum Step {
        /** Nothing is sent: not yet, not any more, or nobody approved it. */
        NONE,
        /** Those who were not asked yet are. */
        ASK,
        /** Those too, and the silent are reminded once. */
        REMIND
    }

    /** A day that does not fit. */
    public record Problem(String field, String key) {}

    /**
     * What is wrong with the days, if anything: the reference date is past when one is asked, a reminder comes after the
     * question, and the links outlive it.
     */
    public static Optional<Problem> problem(RoundDays days) {
        if (days.countedOn().isAfter(days.asksOn())) {
            return Optional.of(new Problem("asksOn", "declaration.refused.before-its-day"));
        }
        if (!days.remindsOn().isAfter(days.asksOn())) {
            return Optional.of(new Problem("remindsOn", "declaration.refused.reminds-early"));
        }
        return days.closesOn().isBefore(days.remindsOn())
                ? Optional.of(new Problem("closesOn", "declaration.refused.closes-early"))
                : Optional.empty();
    }

    /** Whether its links answer no more, so that nobody may be asked by it. */
    public static boolean isOver(RoundDays days, LocalDate today) {
        return today.isAfter(days.closesOn());
    }

    /** What the schedule does on a day. A server that was off takes it up when it is back, until the round closes. */
    public static Step step(RoundDays days, boolean approved, LocalDate today) {
        if (!approved || today.isBefore(days.asksOn()) || isOver(days, today)) {
            return Step.NONE;
        }
        return today.isBefore(days.remindsOn()) ? Step.ASK : Step.REMIND;
    }
}
