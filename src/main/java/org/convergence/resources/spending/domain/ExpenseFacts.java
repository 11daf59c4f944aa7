package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.currency.SalesTaxes;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An expense to record.
 *
 * @param amount above zero, in the currency in which it was paid
 * @param taxes within the amount; only on an amount in Canadian dollars
 * @param supplier at most 300 characters; may be empty
 * @param number the number of the invoice, in at most 100 characters; may be empty
 * @param note at most 1,000 characters; may be empty
 * @param isCommitment whether it is promised and not spent yet
 * @param splits the lines to which it is charged; they sum to it
 */
public record ExpenseFacts(
        LocalDate day,
        Money amount,
        SalesTaxes taxes,
        String supplier,
        String number,
        String note,
        boolean isCommitment,
        List<ExpenseSplit> splits) {

    public static final int LONGEST_SUPPLIER = 300;
    public static final int LONGEST_NUMBER = 100;
    public static final int LONGEST_NOTE = 1_000;

    /** The most lines to which an expense is charged. */
    public static final int MOST_SPLITS = 50;

    public ExpenseFacts {
        splits = List.copyOf(splits);
    }

    /** An expense of which no tax is known. */
    public ExpenseFacts(
            LocalDate day,
            Money amount,
            String supplier,
            String number,
            String note,
            boolean isCommitment,
            List<ExpenseSplit> splits) {
        this(day, amount, SalesTaxes.NONE, supplier, number, note, isCommitment, splits);
    }

    /** A part of an expense, by percent or by amount in its currency. */
    public record ExpenseSplit(
            BudgetLineId line,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal amount) {}

    /** The state of an expense. */
    public enum ExpenseState {
        /** Promised, but not spent yet. */
        COMMITTED(Tone.AHEAD),
        /** Spent, and waiting for the accountant. */
        PROPOSED(Tone.ACTIVE),
        /** Returned by the accountant with a question. */
        RETURNED(Tone.WARN),
        ACCEPTED(Tone.OK),
        /** Accepted, and closed for good. */
        CLOSED(Tone.REST);

        private final Tone tone;

        ExpenseState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether the accountant has not accepted it yet. */
        public boolean isOpen() {
            return this == COMMITTED || this == PROPOSED || this == RETURNED;
        }

        /** The message key of its name. */
        public String key() {
            return "spending.state." + name();
        }
    }

    /**
     * The file of a voucher.
     *
     * @param cfdi what it says, if it is a Mexican invoice in XML
     */
    public record VoucherFile(
            PreparedDocument file, @Nullable CfdiVoucher cfdi) {

        /** The scheme of identities of Mexican invoices. */
        static final String CFDI = "CFDI";
    }
}
