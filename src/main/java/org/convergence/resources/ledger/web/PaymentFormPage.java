package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
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
        Choosing organisation,
        Choosing person,
        List<Option> methods,
        List<Option> currencies,
        List<Option> banks,
        List<String> open,
        List<Part> parts) {

    /** A field of a part. */
    public record Part(String field, String label, String help) {}
}
