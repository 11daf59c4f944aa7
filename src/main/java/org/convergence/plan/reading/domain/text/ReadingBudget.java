package org.convergence.plan.reading.domain.text;

import java.lang.management.ManagementFactory;
import java.time.Duration;
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

    /**
     * How much of a file is read before it is refused, so that no file exhausts the memory or the time of the server.
     *
     * @param bytes largest file
     * @param unpackedBytes largest content of a compressed file
     * @param characters longest text
     * @param lines most lines or paragraphs
     * @param pages most pages of a PDF
     * @param time longest time for one file
     */
    public record ReadingLimits(long bytes, long unpackedBytes, int characters, int lines, int pages, Duration time) {

        private static final long MEGABYTE = 1024L * 1024;

        /**
         * 20 MB, 200 MB unpacked, a million characters and fifty thousand lines (about 400 dense pages), 500 pages
         * of PDF,
         * 20 seconds.
         */
        public static final ReadingLimits USUAL =
                new ReadingLimits(20 * MEGABYTE, 200 * MEGABYTE, 1_000_000, 50_000, 500, Duration.ofSeconds(20));
    }
}
