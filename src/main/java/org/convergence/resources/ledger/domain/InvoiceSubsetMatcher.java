package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.convergence.resources.ledger.domain.BankMatch.MatchInvoice;

/**
 * Finds a subset of a payer's invoices that sums to an amount: the fewest invoices; among equal numbers, the first due.
 */
final class InvoiceSubsetMatcher {

    /** More invoices are not tried: the sums would be chance. */
    private static final int MOST = 12;

    private InvoiceSubsetMatcher() {}

    /** Empty if no two or more sum to the amount. */
    static List<MatchInvoice> find(List<MatchInvoice> owed, BigDecimal amount) {
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
}
