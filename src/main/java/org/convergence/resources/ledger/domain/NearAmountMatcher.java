package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.convergence.resources.ledger.domain.BankMatch.MatchInvoice;

/** Finds invoices of a payer that nearly sum to an amount: bank fees, forgotten cents. */
final class NearAmountMatcher {

    private static final BigDecimal LEAST = new BigDecimal("5");
    private static final BigDecimal SHARE = new BigDecimal("0.02");

    private NearAmountMatcher() {}

    /** The nearest invoice, else all if their sum is near; empty if neither is. */
    static List<MatchInvoice> find(List<MatchInvoice> owed, BigDecimal amount) {
        List<MatchInvoice> nearest = owed.stream()
                .filter(it -> isNear(it.balance(), amount))
                .min(Comparator.comparing(it -> it.balance().subtract(amount).abs()))
                .map(List::of)
                .orElse(List.of());
        BigDecimal sum = owed.stream().map(MatchInvoice::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
        return nearest.isEmpty() && isNear(sum, amount) ? owed : nearest;
    }

    /** Whether an amount differs by at most five dollars or two per cent, and never by more than a tenth. */
    private static boolean isNear(BigDecimal asked, BigDecimal amount) {
        BigDecimal apart = asked.subtract(amount).abs();
        return apart.compareTo(LEAST.max(asked.multiply(SHARE))) <= 0 && apart.compareTo(asked.movePointLeft(1)) <= 0;
    }
}
