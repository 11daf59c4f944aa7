package org.convergence.plan.reading.domain.text;

import java.lang.management.ManagementFactory;
import org.convergence.plan.reading.domain.text.PlanRefused.Reason;

/** What one reading may still use of its time and characters. Not for several threads. */
public final class Budget {

    private final ReadingLimits limits;
    private final long end;
    private long characters;
    private int lines;

    public Budget(ReadingLimits limits) {
        this.limits = limits;
        this.end = now() + limits.time().toNanos();
        this.characters = limits.characters();
        this.lines = limits.lines();
    }

    ReadingLimits limits() {
        return limits;
    }

    /** The time that this thread has worked: what the machine did for others meanwhile is not the file's doing. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Refuses to go on when the time is over. */
    public void checkTime() {
        if (now() - end > 0) {
            throw new PlanRefused(Reason.TOO_LONG, limits.time().toSeconds() + " s");
        }
    }

    /** Takes a line and its characters from the budget, and looks at the time. */
    void takeLine(int count) {
        lines--;
        if (lines < 0) {
            throw new PlanRefused(Reason.TOO_LARGE, limits.lines() + " lines");
        }
        characters -= count;
        if (characters < 0) {
            throw new PlanRefused(Reason.TOO_LARGE, limits.characters() + " characters");
        }
        checkTime();
    }
}
