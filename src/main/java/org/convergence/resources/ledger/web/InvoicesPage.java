package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param states what else than the usual may be shown: what is still to be received
 * @param lead how many, and what is owed of them
 * @param files the same list as files
 * @param records whether one may note a payment
 */
public record InvoicesPage(
        Form form,
        List<Tab> tabs,
        String lead,
        List<Option> states,
        List<Row> rows,
        Files files,
        @Nullable String first,
        @Nullable String next,
        boolean records) {

    /**
     * An invoice.
     *
     * @param payer who pays, where that is another; empty where it is the same
     * @param due when it is expected, with a delay granted
     * @param pay where its payment is noted; {@code null} where nothing is owed, or for who may not
     */
    public record Row(
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

    /** Where the list is taken away. */
    public record Files(String csv, String xlsx) {}

    /** Whether something was asked of the list. */
    public boolean filtered() {
        return form.filled("q") || form.filled("which") || form.filled("on");
    }
}
