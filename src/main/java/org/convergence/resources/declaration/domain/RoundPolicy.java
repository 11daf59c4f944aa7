package org.convergence.resources.declaration.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.convergence.resources.declaration.domain.Round.RoundDays;

/** Checks the days of a round, and decides what is sent on a given day (R-DECL-1). */
public final class RoundPolicy {

    private RoundPolicy() {}

    /** What is sent on a day. */
    public enum RoundStep {
        /** Nothing is sent: the round has not begun, is closed, or is not approved. */
        NONE,
        /** Questions to members not asked yet. */
        ASK,
        /** The same, and one reminder to silent members. */
        REMIND
    }

    /** An invalid day. */
    public record RoundProblem(String field, String key) {}

    /**
     * The first rule that the days break; empty if none. Questions are sent after the reference date, the reminder
     * after the question, and links stay valid at least until the reminder.
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

    /** The step due on a day. A step missed during a downtime is done later, until the round closes. */
    public static RoundStep stepOn(RoundDays days, boolean approved, LocalDate today) {
        if (!approved || today.isBefore(days.asksOn()) || isOver(days, today)) {
            return RoundStep.NONE;
        }
        return today.isBefore(days.remindsOn()) ? RoundStep.ASK : RoundStep.REMIND;
    }

    /**
     * The reminder of a day goes to organisations whose question left before this day: the days of the round are
     * counted from the day on which each question left.
     */
    public static LocalDate remindsQuestionsBefore(RoundDays days, LocalDate today) {
        return today.minusDays(ChronoUnit.DAYS.between(days.asksOn(), days.remindsOn()) - 1);
    }
}
