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
 * What is asked for.
 *
 * @param debtor for whom it is
 * @param payer who is asked to pay, often the same
 * @param addressee name and address as they stand on it, by lines
 * @param language a code: in which it is written
 * @param dueOn not before {@code issuedOn}
 * @param period for dues, the time over which they are earned (R-FIN-7)
 * @param subject one line
 * @param note a text that goes with it
 * @param source what asked for it: asked again, nothing is made
 */
public record InvoiceFacts(
        Party debtor,
        Party payer,
        String addressee,
        String language,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable Span period,
        CurrencyUnit currency,
        String subject,
        @Nullable String note,
        List<Line> lines,
        @Nullable String source) {

    /** Some days, both included. */
    public record Span(LocalDate from, LocalDate until) {}

    /**
     * A part of it.
     *
     * @param text one sentence
     * @param amount in the invoice's currency, not zero, to the cent
     */
    public record Line(String text, BigDecimal amount, AccountPurpose purpose) {}

    public InvoiceFacts {
        lines = List.copyOf(lines);
        if (dueOn.isBefore(issuedOn)) {
            throw new IllegalArgumentException("due on the day of issue at the earliest");
        }
    }

    /** The sum of its lines. */
    public Money total() {
        return Amounts.of(currency, lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
