package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

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
