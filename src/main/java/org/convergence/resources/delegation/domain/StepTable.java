package org.convergence.resources.delegation.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delegates and votes by headcount: ordered steps from 0 on, without gaps. A table, never an expression (R-DELEG-1).
 */
public record StepTable(List<DelegationStep> steps) {

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
    public record BylawLine(int from, @Nullable Integer to, int delegates, int votes) {}

    /**
     * A fault in the lines.
     *
     * @param key message key, which takes the numbers from and to
     */
    public record StepTableFault(String key, int from, int to) {}

    /**
     * The first fault: a gap, an overlap, a line that ends before it begins, a first line that begins after 1, or a
     * last line with an end.
     */
    public static Optional<StepTableFault> findFault(List<BylawLine> lines) {
        List<BylawLine> ordered = ordered(lines);
        int first = ordered.get(0).from();
        if (first > 1) {
            return Optional.of(new StepTableFault("delegation.refused.hole", 0, first - 1));
        }
        for (int i = 0; i < ordered.size(); i++) {
            BylawLine line = ordered.get(i);
            Integer to = line.to();
            if (to != null && to < line.from()) {
                return Optional.of(new StepTableFault("delegation.refused.backwards", line.from(), to));
            }
            if (i + 1 == ordered.size()) {
                return to == null
                        ? Optional.empty()
                        : Optional.of(new StepTableFault("delegation.refused.ends", to + 1, to));
            }
            int next = ordered.get(i + 1).from();
            if (next == line.from() || (to != null && next <= to)) {
                return Optional.of(new StepTableFault("delegation.refused.overlap", next, to == null ? next : to));
            }
            if (to != null && next > to + 1) {
                return Optional.of(new StepTableFault("delegation.refused.hole", to + 1, next - 1));
            }
        }
        return Optional.empty();
    }

    /** The table of faultless lines; a first line from 1 also applies to 0. */
    public static StepTable fromLines(List<BylawLine> lines) {
        List<DelegationStep> steps = new ArrayList<>();
        for (BylawLine line : ordered(lines)) {
            steps.add(new DelegationStep(steps.isEmpty() ? 0 : line.from(), line.delegates(), line.votes()));
        }
        return new StepTable(steps);
    }

    private static List<BylawLine> ordered(List<BylawLine> lines) {
        return lines.stream().sorted(Comparator.comparingInt(BylawLine::from)).toList();
    }

    /** Whether it gives the same to all, so that no headcount is needed. */
    public boolean isSameForAll() {
        return steps.size() == 1;
    }

    /** The line that contains a headcount. */
    public BylawLine lineFor(int headcount) {
        int place = 0;
        while (place + 1 < steps.size() && steps.get(place + 1).from() <= headcount) {
            place++;
        }
        DelegationStep step = steps.get(place);
        return new BylawLine(
                step.from(),
                place + 1 < steps.size() ? steps.get(place + 1).from() - 1 : null,
                step.delegates(),
                step.votes());
    }

    /**
     * A step of a table, from a headcount up to the next step.
     *
     * @param from the first headcount in it
     */
    public record DelegationStep(int from, int delegates, int votes) {

        /** The largest number of delegates or votes of a step. */
        public static final int MOST = 1_000;
    }
}
