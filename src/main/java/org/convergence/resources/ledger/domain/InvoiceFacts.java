package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.Party;
import org.convergence.resources.ledger.AccountPurpose;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The content of an invoice.
 *
 * @param debtor the party that owes it
 * @param payer the party that pays it, often the same
 * @param addressee name and address as printed, by lines
 * @param language the code of its language
 * @param dueOn not before {@code issuedOn}
 * @param period for dues, the period in which they are earned (R-FIN-7)
 * @param subject one line
 * @param note a text printed with it
 * @param source idempotency key: issued again with the same source, nothing is made
 */
public record InvoiceFacts(
        Party debtor,
        Party payer,
        String addressee,
        String language,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable InvoicePeriod period,
        CurrencyUnit currency,
        String subject,
        @Nullable String note,
        List<InvoiceLineFacts> lines,
        @Nullable String source) {

    /** A period, both days included. */
    public record InvoicePeriod(LocalDate from, LocalDate until) {}

    /**
     * A line of an invoice.
     *
     * @param text one sentence
     * @param amount in the invoice's currency, not zero, to the cent
     */
    public record InvoiceLineFacts(String text, BigDecimal amount, AccountPurpose purpose) {}

    public InvoiceFacts {
        lines = List.copyOf(lines);
        if (dueOn.isBefore(issuedOn)) {
            throw new IllegalArgumentException("due on the day of issue at the earliest");
        }
    }

    /** The sum of the lines. */
    public Money total() {
        return MoneyAmounts.of(
                currency, lines.stream().map(InvoiceLineFacts::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
