package org.convergence.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the time from the start of the process to its first page, in turn with an empty application. */
record Start(Installation ours, EmptyApplication empty) {

    private static final int TIMES = 5;
    private static final double BAR = 2.5;

    void measure(Findings findings) throws Exception {
        List<Double> own = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            ours.close();
            own.add(millis(ours.start()));
            try (Program program = empty.start(ours.database())) {
                theirs.add(millis(program));
            }
        }
        double ratio = Stopwatch.median(own) / Stopwatch.median(theirs);
        findings.add(
                "start to first page",
                Findings.ms(Stopwatch.median(own)),
                Findings.ms(Stopwatch.median(theirs)) + " for an empty application",
                "≤ × 2.5",
                ratio <= BAR);
        Findings.say(String.format(Locale.ROOT, "start: × %.2f", ratio));
    }

    private static double millis(Program program) {
        return program.started().toMillis();
    }
}
