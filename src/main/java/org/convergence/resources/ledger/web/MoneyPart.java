package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes and paid, on her or its page.
 *
 * @param lead what is owed today, in one sentence
 * @param invoices the latest
 * @param all where all of them are
 * @param pay where a payment is noted; {@code null} for who may not
 */
public record MoneyPart(
        String lead,
        List<Row> invoices,
        String all,
        @Nullable String pay) {

    /** An invoice. */
    public record Row(String number, String url, String detail, Tone tone, String state) {}
}
