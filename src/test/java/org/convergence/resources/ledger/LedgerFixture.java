package org.convergence.resources.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.directory.people.Party;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Invoices and payments for the tests of the ledger. */
public final class LedgerFixture {

    public static final CurrencyUnit CAD = CurrencyUnit.of("CAD");
    private static final AtomicInteger CHEQUES = new AtomicInteger();
    public static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private LedgerFixture() {}

    public static Money cad(String amount) {
        return Money.of(CAD, new BigDecimal(amount));
    }

    public static InvoiceFacts invoice(Party debtor, String amount, LocalDate due, @Nullable String source) {
        return new InvoiceFacts(
                debtor,
                debtor,
                "Syndicat de l’Érable",
                "fr",
                DAY,
                due,
                null,
                CAD,
                "Cotisation 2026",
                null,
                List.of(new InvoiceFacts.InvoiceLineFacts("Cotisation", new BigDecimal(amount), AccountPurpose.DUES)),
                source);
    }

    /** A recent day: a payment entered more than a year ago is not tied to a bank line. */
    public static LocalDate lately() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(20);
    }

    public static PaymentFacts cheque(@Nullable Party from, String amount) {
        return cheque(from, amount, DAY.plusDays(20));
    }

    /** Another cheque number each time. */
    public static PaymentFacts cheque(@Nullable Party from, String amount, LocalDate on) {
        String number = "%06d".formatted(CHEQUES.incrementAndGet());
        return new PaymentFacts(from, null, PaymentMethod.CHEQUE, on, number, cad(amount), null, null, null);
    }
}
