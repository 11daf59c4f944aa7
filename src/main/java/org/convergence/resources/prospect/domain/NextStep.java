package org.convergence.resources.prospect.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The next step.
 *
 * @param gesture the step, in 1 to 300 characters
 * @param on the day it is planned for
 * @param proposed true if the day is only our proposal; {@code null} if a person set it
 */
public record NextStep(
        String gesture, LocalDate on, @Nullable Boolean proposed) {

    /** A step on a day that a person set. */
    public static NextStep of(String gesture, LocalDate on) {
        return new NextStep(gesture, on, null);
    }

    /** A step on a day that nobody set. */
    public static NextStep proposing(String gesture, LocalDate on) {
        return new NextStep(gesture, on, true);
    }

    /** Whether the day that a person set is over; a proposed day is never late. */
    public boolean isLate(LocalDate today) {
        return proposed == null && on.isBefore(today);
    }
}
