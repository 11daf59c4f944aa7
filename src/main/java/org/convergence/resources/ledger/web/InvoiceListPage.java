package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The list of invoices.
 *
 * @param states the states to choose from besides the default: open invoices
 * @param lead how many, and what is owed of them
 * @param files the same list as files
 * @param records whether the user may enter payments
 */
public record InvoiceListPage(
        Form form,
        List<Tab> tabs,
        String lead,
        List<Option> states,
        List<InvoiceRow> rows,
        InvoiceExports files,
        @Nullable String first,
        @Nullable String next,
        boolean records) {

    /**
     * An invoice.
     *
     * @param payer if it is not the debtor; empty where it is the same
     * @param due the day payment is expected, a granted delay included
     * @param pay the address to enter its payment; {@code null} where nothing is owed, or without permission
     */
    public record InvoiceRow(
            String number,
            String url,
            String name,
            String payer,
            String subject,
            String issued,
            String due,
            String total,
            String balance,
            Tone tone,
            String state,
            @Nullable String pay) {}

    /** The addresses of the exports. */
    public record InvoiceExports(String csv, String xlsx) {}

    /** Whether a filter is set. */
    public boolean filtered() {
        return form.filled("q") || form.filled("which") || form.filled("on");
    }
}
