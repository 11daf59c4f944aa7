package org.convergence.plan.reading.domain.text;

import java.lang.management.ManagementFactory;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;

/** The time and the characters that one reading may still use. Not thread-safe. */
public final class ReadingBudget {

    private final ReadingLimits limits;
    private final long end;
    private long characters;
    private int lines;

    public ReadingBudget(ReadingLimits limits) {
        this.limits = limits;
        this.end = now() + limits.time().toNanos();
        this.characters = limits.characters();
        this.lines = limits.lines();
    }

    ReadingLimits limits() {
        return limits;
    }

    /** CPU time of this thread: time that the machine spends on other work does not count. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Refuses the file when its time is used up. */
    public void checkTime() {
        if (now() - end > 0) {
            throw new PlanRefused(PlanRefusalReason.TOO_LONG, limits.time().toSeconds() + " s");
        }
    }

    /** Takes a line and its characters from the budget, and checks the time. */
    void takeLine(int count) {
        lines--;
        if (lines < 0) {
            throw new PlanRefused(PlanRefusalReason.TOO_LARGE, limits.lines() + " lines");
        }
        characters -= count;
        if (characters < 0) {
            throw new PlanRefused(PlanRefusalReason.TOO_LARGE, limits.characters() + " characters");
        }
        checkTime();
    }
}
