package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.convergence.resources.dues.domain.Owed.Bound;
import org.convergence.resources.dues.domain.Owed.Step;
import org.joda.money.Money;

/** Computes the amount owed (R-DUES-1), rounded once, half up, at the end (R-DUES-2). */
public final class DuesPolicy {

    private DuesPolicy() {}

    /**
     * The dues of a member for a year.
     *
     * @param headcount 0 or more; ignored for a flat rate
     */
    public static Owed owed(Rate rate, int headcount) {
        List<Step> steps = steps(rate, Math.max(0, headcount));
        BigDecimal sum = steps.stream()
                .map(step -> step.each().multiply(BigDecimal.valueOf(step.people())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal minimum = rate.minimum();
        BigDecimal maximum = rate.maximum();
        Bound bound = Bound.NONE;
        if (minimum != null && sum.compareTo(minimum) < 0) {
            sum = minimum;
            bound = Bound.MINIMUM;
        } else if (maximum != null && sum.compareTo(maximum) > 0) {
            sum = maximum;
            bound = Bound.MAXIMUM;
        }
        return new Owed(Money.of(rate.currency(), sum, RoundingMode.HALF_UP), steps, bound);
    }

    private static List<Step> steps(Rate rate, int headcount) {
        return switch (rate.shape()) {
            case FLAT -> List.of(new Step(1, rate.amount()));
            case PER_CAPITA -> List.of(new Step(headcount, rate.amount()));
            case STEPS ->
                List.of(new Step(1, reached(rate.brackets(), headcount).amount()));
            case SLICES -> slices(rate.brackets(), headcount);
        };
    }

    private static Bracket reached(List<Bracket> brackets, int headcount) {
        Bracket reached = brackets.get(0);
        for (Bracket bracket : brackets) {
            if (bracket.from() <= headcount) {
                reached = bracket;
            }
        }
        return reached;
    }

    /** The person number {@code from} is the first of the slice. */
    private static List<Step> slices(List<Bracket> brackets, int headcount) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < brackets.size(); i++) {
            int before = Math.max(0, brackets.get(i).from() - 1);
            int until = i + 1 < brackets.size() ? brackets.get(i + 1).from() - 1 : headcount;
            int people = Math.min(headcount, until) - before;
            if (people > 0) {
                steps.add(new Step(people, brackets.get(i).amount()));
            }
        }
        return steps.isEmpty() ? List.of(new Step(0, brackets.get(0).amount())) : steps;
    }
}
