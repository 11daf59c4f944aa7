package org.convergence.plan.time;

import java.math.BigDecimal;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a line of a plan, counted and named in one way everywhere (R-HOURS-1): those entered in time sheets for it and its
 * sub-actions; as long as there are none, what the realisations for it are estimated to have taken.
 *
 * @param entered whether they were entered
 */
public record LineHours(BigDecimal hours, boolean entered) {

    /**
     * Chooses between the two.
     *
     * @param entered {@code null} where nobody entered any
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
