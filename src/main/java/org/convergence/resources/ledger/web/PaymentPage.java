package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * One payment.
 *
 * @param lead how it was paid, in one sentence
 * @param parts the invoices and accounts that it settled
 * @param notes remarks: that it was reversed, with a link; that its batch is closed
 * @param change the address to correct it; {@code null} where it cannot change
 * @param reverse the address to reverse it; {@code null} where it cannot be
 * @param acknowledge the address of its acknowledgement
 */
public record PaymentPage(
        String title,
        String lead,
        @Nullable String name,
        @Nullable String nameUrl,
        @Nullable String remark,
        List<InvoicePage.InvoiceLineRow> parts,
        String total,
        List<PaymentNote> notes,
        @Nullable String change,
        @Nullable String reverse,
        @Nullable String acknowledge) {

    /** A sentence, with a link to the other payment it mentions. */
    public record PaymentNote(String text, @Nullable String url) {}

    /** The form that reverses a payment. */
    public record PaymentReversalPage(String payment, String url, Form form) {}
}
