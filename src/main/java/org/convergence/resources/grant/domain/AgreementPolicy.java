package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The time of an agreement. */
public final class AgreementPolicy {

    private AgreementPolicy() {}

    /** How much of the agreement's time is gone, in percent: 0 before it begins, 100 after it ends. */
    public static int timeGone(LocalDate startsOn, LocalDate endsOn, LocalDate today) {
        long all = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
        long gone = ChronoUnit.DAYS.between(startsOn, today) + 1;
        return (int) (100 * Math.max(0, Math.min(all, gone)) / all);
    }
}
