package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/** How a value stands against its target (R-GAR-8). */
public enum IndicatorStanding {
    REACHED(Tone.OK),
    /** Under way, and as far as the time that is gone asks, within ten points. */
    ON_TRACK(Tone.ACTIVE),
    BEHIND(Tone.WARN),
    /** The period is over, and the target is not reached. */
    MISSED(Tone.BAD),
    /** No value yet. */
    WAITING(Tone.AHEAD),
    /** There is no target, or it is in words. */
    UNKNOWN(Tone.REST);

    private static final BigDecimal TOLERANCE = new BigDecimal("0.10");

    private final Tone tone;

    IndicatorStanding(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "project.standing." + name();
    }

    /**
     * The standing of a value. Progress is the part of the way from the baseline to the target, so that a target below
     * the baseline asks for a decrease.
     *
     * @param baseline zero if it is not known
     * @param timeGone the part of the period that is gone, 0 to 1
     */
    public static IndicatorStanding of(
            BigDecimal baseline, @Nullable BigDecimal target, @Nullable BigDecimal actual, BigDecimal timeGone) {
        if (target == null) {
            return UNKNOWN;
        }
        if (actual == null) {
            return WAITING;
        }
        boolean decrease = target.compareTo(baseline) < 0;
        if (decrease ? actual.compareTo(target) <= 0 : actual.compareTo(target) >= 0) {
            return REACHED;
        }
        if (timeGone.compareTo(BigDecimal.ONE) >= 0) {
            return MISSED;
        }
        if (target.compareTo(baseline) == 0) {
            return BEHIND;
        }
        BigDecimal progress = actual.subtract(baseline).divide(target.subtract(baseline), 4, RoundingMode.HALF_UP);
        return progress.compareTo(timeGone.subtract(TOLERANCE)) >= 0 ? ON_TRACK : BEHIND;
    }

    /** The part of a period that is gone today, 0 before it begins and 1 after it ends. */
    public static BigDecimal timeGone(LocalDate startsOn, LocalDate endsOn, LocalDate today) {
        long all = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
        long gone = Math.max(0, Math.min(all, ChronoUnit.DAYS.between(startsOn, today)));
        return BigDecimal.valueOf(gone).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP);
    }
}
