package org.convergence.resources.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convergence.platform.mail.LetterStatus;
import org.jspecify.annotations.Nullable;

/** The letters by which invoices go, told by the module that writes them, in a few queries however many they are. */
public interface InvoiceLetters {

    /** Those of each invoice, the invoice's own first, then its reminders. */
    Map<InvoiceId, List<InvoiceLetter>> findByInvoices(Collection<InvoiceId> invoices);

    /**
     * A letter.
     *
     * @param round 0 for the invoice, else the number of its reminder
     * @param status {@code null} where it is printed and nobody said yet that it was delivered
     */
    record InvoiceLetter(int round, @Nullable LetterStatus status) {}
}
