package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.convergence.resources.dues.domain.DuesAmount.AppliedBound;
import org.convergence.resources.dues.domain.DuesAmount.ComputationStep;
import org.joda.money.Money;

/** Computes the amount owed (R-DUES-1), rounded once, half up, at the end (R-DUES-2). */
public final class DuesPolicy {

    private DuesPolicy() {}

    /**
     * The dues of a member for a year.
     *
     * @param headcount 0 or more; ignored for a flat rate
     */
    public static DuesAmount computeDues(Rate rate, int headcount) {
        List<ComputationStep> steps = steps(rate, Math.max(0, headcount));
        BigDecimal sum = steps.stream()
                .map(step -> step.each().multiply(BigDecimal.valueOf(step.people())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal minimum = rate.minimum();
        BigDecimal maximum = rate.maximum();
        AppliedBound bound = AppliedBound.NONE;
        if (minimum != null && sum.compareTo(minimum) < 0) {
            sum = minimum;
            bound = AppliedBound.MINIMUM;
        } else if (maximum != null && sum.compareTo(maximum) > 0) {
            sum = maximum;
            bound = AppliedBound.MAXIMUM;
        }
        return new DuesAmount(Money.of(rate.currency(), sum, RoundingMode.HALF_UP), steps, bound);
    }

    private static List<ComputationStep> steps(Rate rate, int headcount) {
        return switch (rate.shape()) {
            case FLAT -> List.of(new ComputationStep(1, rate.amount()));
            case PER_CAPITA -> List.of(new ComputationStep(headcount, rate.amount()));
            case STEPS ->
                List.of(new ComputationStep(
                        1, bracketOf(rate.brackets(), headcount).amount()));
            case SLICES -> slices(rate.brackets(), headcount);
        };
    }

    private static Bracket bracketOf(List<Bracket> brackets, int headcount) {
        Bracket reached = brackets.get(0);
        for (Bracket bracket : brackets) {
            if (bracket.from() <= headcount) {
                reached = bracket;
            }
        }
        return reached;
    }

    /** The person number {@code from} is the first of the slice. */
    private static List<ComputationStep> slices(List<Bracket> brackets, int headcount) {
        List<ComputationStep> steps = new ArrayList<>();
        for (int i = 0; i < brackets.size(); i++) {
            int before = Math.max(0, brackets.get(i).from() - 1);
            int until = i + 1 < brackets.size() ? brackets.get(i + 1).from() - 1 : headcount;
            int people = Math.min(headcount, until) - before;
            if (people > 0) {
                steps.add(new ComputationStep(people, brackets.get(i).amount()));
            }
        }
        return steps.isEmpty() ? List.of(new ComputationStep(0, brackets.get(0).amount())) : steps;
    }
}
