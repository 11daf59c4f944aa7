package org.convergence.resources.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convergence.platform.mail.LetterStatus;
import org.jspecify.annotations.Nullable;

/** Gives the letters of invoices; implemented by the module that sends them, in a constant number of queries. */
public interface InvoiceLetterSource {

    /** The letters of each invoice: its own first, then its reminders. */
    Map<InvoiceId, List<InvoiceLetter>> findByInvoices(Collection<InvoiceId> invoices);

    /**
     * A letter.
     *
     * @param round 0 for the invoice, else the number of its reminder
     * @param status {@code null} where the letter is printed and not yet marked as delivered, or was sent elsewhere
     * @param sentElsewhereOn the day that a person gave for an invoice that was sent elsewhere; {@code null} otherwise
     */
    record InvoiceLetter(
            int round,
            @Nullable LetterStatus status,
            @Nullable LocalDate sentElsewhereOn) {

        /** A letter of ours. */
        public InvoiceLetter(int round, @Nullable LetterStatus status) {
            this(round, status, null);
        }
    }
}
