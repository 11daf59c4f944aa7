package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.ledger.web.PaymentPage.PaymentFormPage;
import org.jspecify.annotations.Nullable;

/**
 * Bank lines.
 *
 * @param which the selection shown, in one word
 * @param lead what waits, in a sentence
 * @param certain how many of those shown can be accepted together
 * @param none whether no line was ever imported
 */
public record BankPage(
        List<Tab> tabs,
        List<Tab> kinds,
        String which,
        String lead,
        List<BankLineRow> rows,
        int certain,
        boolean records,
        boolean none,
        @Nullable String first,
        @Nullable String next) {

    /**
     * A line.
     *
     * @param said the records to which the line is tied; {@code null} while it is open
     * @param saidUrl the page of that record
     * @param opens whether it can be reopened
     */
    public record BankLineRow(
            String url,
            int version,
            String day,
            String amount,
            String text,
            String account,
            List<ProposalRow> offers,
            @Nullable String said,
            @Nullable String saidUrl,
            boolean opens) {}

    /** A proposal, with the reason. */
    public record ProposalRow(String key, Tone tone, String sure, String reason, String edit) {}

    /**
     * A bank line.
     *
     * @param settle the form that settles it; {@code null} without permission, or once identified
     * @param aside the form that sets it aside
     * @param refused why an action failed, if its form is no longer shown
     */
    public record BankLinePage(
            BankPage.BankLineRow line,
            @Nullable PaymentFormPage settle,
            @Nullable Form aside,
            List<Option> reasons,
            List<String> refused,
            boolean records) {}
}
