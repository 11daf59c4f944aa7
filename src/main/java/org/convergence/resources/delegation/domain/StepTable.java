package org.convergence.resources.delegation.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delegates and votes by headcount: ordered steps from 0 on, without gaps. A table, never an expression (R-DELEG-1).
 */
public record StepTable(List<Step> steps) {

    public StepTable {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.get(0).from() != 0) {
            throw new IllegalArgumentException("the first step begins at 0");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from() <= steps.get(i - 1).from()) {
                throw new IllegalArgumentException("each step begins after the one before");
            }
        }
    }

    /**
     * A line as a by-law writes it, from one headcount to another.
     *
     * @param to the last headcount in it; {@code null} for the last line, or if the next line implies it
     */
    public record Written(int from, @Nullable Integer to, int delegates, int votes) {}

    /**
     * A fault in the lines.
     *
     * @param key message key, which takes the numbers from and to
     */
    public record Fault(String key, int from, int to) {}

    /**
     * The first fault: a gap, an overlap, a line that ends before it begins, a first line that begins after 1, or a
     * last line with an end.
     */
    public static Optional<Fault> fault(List<Written> lines) {
        List<Written> ordered = ordered(lines);
        int first = ordered.get(0).from();
        if (first > 1) {
            return Optional.of(new Fault("delegation.refused.hole", 0, first - 1));
        }
        for (int i = 0; i < ordered.size(); i++) {
            Written line = ordered.get(i);
            Integer to = line.to();
            if (to != null && to < line.from()) {
                return Optional.of(new Fault("delegation.refused.backwards", line.from(), to));
            }
            if (i + 1 == ordered.size()) {
                return to == null ? Optional.empty() : Optional.of(new Fault("delegation.refused.ends", to + 1, to));
            }
            int next = ordered.get(i + 1).from();
            if (next == line.from() || (to != null && next <= to)) {
                return Optional.of(new Fault("delegation.refused.overlap", next, to == null ? next : to));
            }
            if (to != null && next > to + 1) {
                return Optional.of(new Fault("delegation.refused.hole", to + 1, next - 1));
            }
        }
        return Optional.empty();
    }

    /** The table of faultless lines; a first line from 1 also applies to 0. */
    public static StepTable of(List<Written> lines) {
        List<Step> steps = new ArrayList<>();
        for (Written line : ordered(lines)) {
            steps.add(new Step(steps.isEmpty() ? 0 : line.from(), line.delegates(), line.votes()));
        }
        return new StepTable(steps);
    }

    private static List<Written> ordered(List<Written> lines) {
        return lines.stream().sorted(Comparator.comparingInt(Written::from)).toList();
    }

    /** Whether it gives the same to all, so that no headcount is needed. */
    public boolean isSameForAll() {
        return steps.size() == 1;
    }

    /** The line that contains a headcount. */
    public Written at(int headcount) {
        int place = 0;
        while (place + 1 < steps.size() && steps.get(place + 1).from() <= headcount) {
            place++;
        }
        Step step = steps.get(place);
        return new Written(
                step.from(),
                place + 1 < steps.size() ? steps.get(place + 1).from() - 1 : null,
                step.delegates(),
                step.votes());
    }
}
