package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A batch.
 *
 * @param sums debits and credits, by currency
 * @param totals what it posts to each account
 * @param close the address that closes it; {@code null} where it is closed, or without permission
 */
public record BatchPage(
        String title,
        String url,
        String lead,
        Tone tone,
        String state,
        List<BatchEntryRow> rows,
        List<String> sums,
        PostingsPart totals,
        @Nullable String close) {

    /**
     * An entry.
     *
     * @param open the address that takes its acceptance back; {@code null} where the batch is closed
     */
    public record BatchEntryRow(
            AccountantQueuePage.QueueEntryRow entry,
            @Nullable String open) {}

    /** The confirmation before a batch is closed for good. */
    public record BatchClosingPage(String number, String url, Form form, int entries, String sum) {}

    /** The accountant's batches. */
    public record BatchesPage(List<Tab> tabs, List<BatchRow> rows) {

        /** A batch. */
        public record BatchRow(String number, String url, String detail, Tone tone, String state) {}
    }
}
