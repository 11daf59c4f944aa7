package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convergence.resources.ledger.domain.BankMatch.MatchInvoice;

/** Finds the invoices of a payer that an amount may be for. */
final class InvoiceAmountMatcher {

    /** More invoices are not tried: the sums would be chance. */
    private static final int MOST = 12;

    private static final BigDecimal LEAST = new BigDecimal("5");
    private static final BigDecimal SHARE = new BigDecimal("0.02");

    private InvoiceAmountMatcher() {}

    /**
     * The invoices that sum to an amount, the fewest; among equal numbers, the first due. Empty if no two or more do.
     */
    static List<MatchInvoice> findSum(List<MatchInvoice> owed, BigDecimal amount) {
        List<MatchInvoice> among = owed.subList(0, Math.min(owed.size(), MOST));
        for (int many = 2; many < among.size(); many++) {
            List<MatchInvoice> found = search(among, 0, many, amount);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<MatchInvoice> search(List<MatchInvoice> among, int from, int many, BigDecimal amount) {
        if (many == 0 || amount.signum() <= 0) {
            return List.of();
        }
        for (int i = from; i <= among.size() - many; i++) {
            MatchInvoice each = among.get(i);
            BigDecimal left = amount.subtract(each.balance());
            if (many == 1 && left.signum() == 0) {
                return List.of(each);
            }
            List<MatchInvoice> rest = many == 1 ? List.of() : search(among, i + 1, many - 1, left);
            if (!rest.isEmpty()) {
                List<MatchInvoice> found = new ArrayList<>(List.of(each));
                found.addAll(rest);
                return found;
            }
        }
        return List.of();
    }

    /**
     * The invoice nearest to an amount, else all if their sum is near; empty if neither is. Bank fees and forgotten
     * cents
     * make the difference.
     */
    static List<MatchInvoice> findNear(List<MatchInvoice> owed, BigDecimal amount) {
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
