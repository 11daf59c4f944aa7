package org.convergence.platform.shell;

import java.util.ArrayList;
import java.util.List;

/** A segment of a bar: its tone and amount. Give the figures as text beside the bar. */
public record BarSegment(Tone tone, long amount) {

    /** A segment at its position along the bar, in per cent. */
    public record PlacedSegment(Tone tone, String x, String width) {}

    /** The segments one after the other, without empty ones. */
    public static List<PlacedSegment> placed(List<BarSegment> segments) {
        long total = segments.stream().mapToLong(BarSegment::amount).sum();
        List<PlacedSegment> placed = new ArrayList<>();
        long before = 0;
        for (BarSegment segment : segments) {
            if (segment.amount > 0) {
                placed.add(new PlacedSegment(segment.tone, percent(before, total), percent(segment.amount, total)));
                before += segment.amount;
            }
        }
        return placed;
    }

    /** Rounded to the hundredth. A page has dozens of bars: a formatter would take longer than all of them. */
    private static String percent(long part, long total) {
        return Math.round(10_000.0 * part / total) / 100.0 + "%";
    }
}
