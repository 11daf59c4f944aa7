package org.convergence.education.workshop.domain;

import java.time.LocalDate;

/**
 * What is shown of anonymous answers (R-EDU-3). A total adds up only what is shown of each session, so that the total less
 * the sessions that are shown tells nothing of the others.
 */
public final class EvaluationPolicy {

    /** The fewest answers that are shown. */
    public static final int LEAST = 5;

    /** An evaluation is open until so many days after the session. */
    static final int OPEN_DAYS = 7;

    private EvaluationPolicy() {}

    /** The last day on which the evaluation of a session takes answers. */
    public static LocalDate lastDay(LocalDate session) {
        return session.plusDays(OPEN_DAYS);
    }

    /** Whether the evaluation of a session takes answers, unless it was closed by hand. */
    static boolean isOpen(LocalDate session, LocalDate today) {
        return !session.isAfter(today) && !today.isAfter(lastDay(session));
    }

    /** Whether so many answers are shown. */
    public static boolean isShown(int answers) {
        return answers >= LEAST;
    }
}
