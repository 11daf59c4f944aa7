package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One invoice.
 *
 * @param period for dues, the period it is for; empty for none
 * @param lines its lines
 * @param history settlements and reductions, by day
 * @param advance the payer's advance, formatted, while a balance is owed; {@code null} for none
 */
public record InvoicePage(
        String number,
        String url,
        String debtor,
        String debtorUrl,
        @Nullable String payer,
        @Nullable String payerUrl,
        String addressee,
        String subject,
        @Nullable String note,
        String issued,
        String due,
        @Nullable String delay,
        String period,
        List<InvoiceLineRow> lines,
        List<InvoiceLineRow> history,
        List<String> letters,
        String total,
        String balance,
        Tone tone,
        String state,
        boolean owed,
        @Nullable String pay,
        @Nullable String advance,
        @Nullable String mail,
        boolean waits,
        boolean issues) {

    /** A line with an amount and a link. */
    public record InvoiceLineRow(
            String text, String amount, @Nullable String url) {}

    /**
     * The form of an acknowledgement.
     *
     * @param notice what the document is not
     */
    public record AcknowledgementPage(String about, String url, Form form, String notice) {}

    /**
     * The form that credits, writes off or delays an invoice.
     *
     * @param gesture {@code credit}, {@code write-off} or {@code delay}: the last part of its address and of its
     *     message
     *     keys
     * @param decisions that may be cited; empty where none is known or needed
     */
    public record ReductionPage(
            String gesture,
            String number,
            String debtor,
            String url,
            String total,
            String balance,
            Form form,
            List<Option> decisions) {}

    /**
     * The debts and payments of a party, on its page.
     *
     * @param lead what is owed today, in one sentence
     * @param invoices the latest
     * @param all the address of all its invoices
     * @param pay the address to enter a payment; {@code null} without permission
     */
    public record MoneyPart(
            String lead,
            List<MoneyInvoiceRow> invoices,
            String all,
            @Nullable String pay) {

        /** An invoice. */
        public record MoneyInvoiceRow(String number, String url, String detail, Tone tone, String state) {}
    }

    /**
     * The tone in which a balance is shown on a day.
     *
     * @param expectedOn the day payment is expected, a granted delay included
     */
    static Tone tone(Money balance, LocalDate expectedOn, LocalDate today) {
        if (balance.isZero()) {
            return Tone.OK;
        }
        return expectedOn.isBefore(today) ? Tone.BAD : Tone.AHEAD;
    }
}
