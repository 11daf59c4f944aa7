package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * A payment to be written down.
 *
 * @param key message with its title
 * @param open what the payer owes, as a help; empty where nobody is chosen yet
 * @param parts the fields of what it settles; empty where that is proposed when it is saved
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

    /** A field of what it settles. */
    public record Part(String field, String label, String help) {}
}
