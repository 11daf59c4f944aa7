package org.convergence.plan.time;

import java.math.BigDecimal;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a line of a plan, counted and formatted the same everywhere (R-HOURS-1): those entered in time sheets
 * for it and its sub-actions; if there are none, the estimates of its realisations.
 *
 * @param entered whether they were entered
 */
public record LineHours(BigDecimal hours, boolean entered) {

    /**
     * Chooses between the two.
     *
     * @param entered {@code null} if there are no entries
     */
    public static LineHours of(@Nullable BigDecimal entered, BigDecimal estimate) {
        return entered == null ? new LineHours(estimate, false) : new LineHours(entered, true);
    }

    /** « 32 h 30 inscrites », « 183 h estimées », « aucune heure ». */
    public String say(Words t) {
        return hours.signum() == 0
                ? t.say("time.line-hours.none")
                : t.say(entered ? "time.line-hours.entered" : "time.line-hours.estimated", t.hours(hours));
    }
}
