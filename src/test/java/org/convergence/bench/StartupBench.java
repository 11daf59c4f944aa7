package org.convergence.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the time from the start of the process to its first page, in turn with an empty application. */
record StartupBench(BenchInstallation ours, EmptyApplication empty) {

    private static final int TIMES = 5;
    private static final double BAR = 2.5;

    void measure(BenchReport findings) throws Exception {
        List<Double> own = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        empty.prepare(ours.database());
        for (int i = 0; i < TIMES; i++) {
            ours.close();
            own.add(millis(ours.start()));
            try (BenchServer program = empty.start(ours.database())) {
                theirs.add(millis(program));
            }
        }
        double ratio = MedianTimer.median(own) / MedianTimer.median(theirs);
        findings.add(
                "start to first page",
                BenchReport.ms(MedianTimer.median(own)),
                BenchReport.ms(MedianTimer.median(theirs)) + " for an empty application",
                "≤ × 2.5",
                ratio <= BAR);
        BenchReport.print(String.format(Locale.ROOT, "start: × %.2f", ratio));
    }

    private static double millis(BenchServer program) {
        return program.startupTime().toMillis();
    }
}
