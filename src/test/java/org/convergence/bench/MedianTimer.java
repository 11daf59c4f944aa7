package org.convergence.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Medians of tasks repeated in turn, so that a noisy moment of the machine affects all alike. */
final class MedianTimer {

    private static final double MILLION = 1_000_000;

    private MedianTimer() {}

    /** A task to measure. */
    interface TimedWork {
        void run() throws Exception;
    }

    /**
     * Runs the tasks in turn, this many times.
     *
     * @return the median of each, in milliseconds
     */
    static List<Double> medians(int warmUp, int times, TimedWork... works) throws Exception {
        List<List<Double>> all = new ArrayList<>();
        for (TimedWork work : works) {
            all.add(new ArrayList<>());
            for (int i = 0; i < warmUp; i++) {
                work.run();
            }
        }
        for (int i = 0; i < times; i++) {
            for (int w = 0; w < works.length; w++) {
                long begin = System.nanoTime();
                works[w].run();
                all.get(w).add((System.nanoTime() - begin) / MILLION);
            }
        }
        return all.stream().map(MedianTimer::median).toList();
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
