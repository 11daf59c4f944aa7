package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The debts and payments of a party, on its page.
 *
 * @param lead what is owed today, in one sentence
 * @param invoices the latest
 * @param all the address of all its invoices
 * @param pay the address to enter a payment; {@code null} without permission
 */
public record MoneyPart(
        String lead,
        List<MoneyInvoiceRow> invoices,
        String all,
        @Nullable String pay) {

    /** An invoice. */
    public record MoneyInvoiceRow(String number, String url, String detail, Tone tone, String state) {}
}
