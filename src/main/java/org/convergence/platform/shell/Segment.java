package org.convergence.platform.shell;

import java.util.ArrayList;
import java.util.List;

/** A part of a bar: its tone and how much of it there is. Say the figures in words beside the bar. */
public record Segment(Tone tone, long amount) {

    /** A part at its place along the bar, in per cent. */
    public record Placed(Tone tone, String x, String width) {}

    /** The parts one after the other, the empty ones left out. */
    public static List<Placed> placed(List<Segment> segments) {
        long total = segments.stream().mapToLong(Segment::amount).sum();
        List<Placed> placed = new ArrayList<>();
        long before = 0;
        for (Segment segment : segments) {
            if (segment.amount > 0) {
                placed.add(new Placed(segment.tone, percent(before, total), percent(segment.amount, total)));
                before += segment.amount;
            }
        }
        return placed;
    }

    /** To the hundredth. A page has dozens of bars: written without a formatter, which takes longer than all of them. */
    private static String percent(long part, long total) {
        return Math.round(10_000.0 * part / total) / 100.0 + "%";
    }
}
