package org.convergence.resources.declaration.domain;

import java.time.LocalDate;
import java.util.Optional;

/** The valid days of a round, and what is sent on a day (R-DECL-1). */
public final class RoundPolicy {

    private RoundPolicy() {}

    /** What is sent on a day. */
    public enum RoundStep {
        /** Nothing: not begun, closed, or not approved. */
        NONE,
        /** Questions to members not asked yet. */
        ASK,
        /** The same, and one reminder to silent members. */
        REMIND
    }

    /** An invalid day. */
    public record RoundProblem(String field, String key) {}

    /**
     * The first problem of the days: the reference date is past when members are asked, the reminder comes after the
     * question, and the links last until the reminder or longer.
     */
    public static Optional<RoundProblem> findProblem(RoundDays days) {
        if (days.countedOn().isAfter(days.asksOn())) {
            return Optional.of(new RoundProblem("asksOn", "declaration.refused.before-its-day"));
        }
        if (!days.remindsOn().isAfter(days.asksOn())) {
            return Optional.of(new RoundProblem("remindsOn", "declaration.refused.reminds-early"));
        }
        return days.closesOn().isBefore(days.remindsOn())
                ? Optional.of(new RoundProblem("closesOn", "declaration.refused.closes-early"))
                : Optional.empty();
    }

    /** Whether it is closed. */
    public static boolean isOver(RoundDays days, LocalDate today) {
        return today.isAfter(days.closesOn());
    }

    /** What is sent on a day. After a downtime it is sent later, until the round closes. */
    public static RoundStep stepOn(RoundDays days, boolean approved, LocalDate today) {
        if (!approved || today.isBefore(days.asksOn()) || isOver(days, today)) {
            return RoundStep.NONE;
        }
        return today.isBefore(days.remindsOn()) ? RoundStep.ASK : RoundStep.REMIND;
    }
}
