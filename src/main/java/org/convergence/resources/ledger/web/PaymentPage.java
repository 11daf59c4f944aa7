package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
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

    /**
     * The form of a payment.
     *
     * @param key message key of its title
     * @param open the payer's open invoices, as a help; empty until a payer is chosen
     * @param parts the fields of what it settles; empty where the allocation is proposed on save
     */
    public record PaymentFormPage(
            String key,
            String action,
            String cancel,
            Form form,
            ChooserField organisation,
            ChooserField person,
            List<Option> methods,
            List<Option> currencies,
            List<Option> banks,
            List<String> open,
            List<PaymentPartField> parts) {

        /** A field of a part. */
        public record PaymentPartField(String field, String label, String help) {}
    }
}
