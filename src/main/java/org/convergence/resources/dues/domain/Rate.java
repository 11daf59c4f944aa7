package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.resources.dues.RateShape;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a category owes in a year, as a table, never an expression.
 *
 * @param amount for {@code FLAT} the amount, for {@code PER_CAPITA} that of each person; zero where there are brackets
 * @param brackets in order and without gap, the first from 0; empty for a shape without brackets
 * @param minimum {@code null} for none
 * @param maximum {@code null} for none
 */
public record Rate(
        RateShape shape,
        CurrencyUnit currency,
        BigDecimal amount,
        List<Bracket> brackets,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum) {

    public Rate {
        brackets = List.copyOf(brackets);
        if (shape.hasBrackets() == brackets.isEmpty()) {
            throw new IllegalArgumentException("brackets if the shape needs them, and only then");
        }
        if (!brackets.isEmpty() && brackets.get(0).from() != 0) {
            throw new IllegalArgumentException("the first bracket begins at 0");
        }
        for (int i = 1; i < brackets.size(); i++) {
            if (brackets.get(i).from() <= brackets.get(i - 1).from()) {
                throw new IllegalArgumentException("each bracket begins after the one before");
            }
        }
        boolean negative = amount.signum() < 0
                || brackets.stream().anyMatch(it -> it.amount().signum() < 0)
                || (minimum != null && minimum.signum() < 0);
        if (negative || (minimum != null && maximum != null && minimum.compareTo(maximum) > 0)) {
            throw new IllegalArgumentException("amounts are not negative, and the minimum is at most the maximum");
        }
    }
}
