package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * A part of a payment, which settles an invoice or goes to an account of a purpose.
 *
 * @param amount in the payment's currency, to the cent; negative only where something is given back
 */
public record PaymentPart(
        @Nullable InvoiceId invoice, @Nullable AccountPurpose purpose, BigDecimal amount) {

    public PaymentPart {
        if ((invoice == null) == (purpose == null)) {
            throw new IllegalArgumentException("exactly one thing is settled");
        }
    }

    /** For an invoice. */
    public static PaymentPart of(InvoiceId invoice, BigDecimal amount) {
        return new PaymentPart(invoice, null, amount);
    }

    /** For an account. */
    public static PaymentPart of(AccountPurpose purpose, BigDecimal amount) {
        return new PaymentPart(null, purpose, amount);
    }
}
