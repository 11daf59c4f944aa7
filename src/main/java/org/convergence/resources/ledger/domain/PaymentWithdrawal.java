package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.Objects;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes away a payment that was made of a bank's line by mistake, as long as nothing rests on it: its batch is open, and what
 * it left over settled nothing since.
 */
@Component
class PaymentWithdrawal {

    private final JdbcClient db;
    private final PaymentStore payments;
    private final Settling settling;

    PaymentWithdrawal(JdbcClient db, PaymentStore payments, Settling settling) {
        this.db = db;
        this.payments = payments;
        this.settling = settling;
    }

    /** @throws Refused where something rests on it */
    void withdraw(PaymentId id) {
        PaymentStore.Kept kept = payments.load(id);
        if (kept.closed() || kept.reversed()) {
            throw new Refused("ledger.refused.closed");
        }
        List<Part> parts = payments.parts(id);
        List<InvoiceId> invoices =
                parts.stream().map(Part::invoice).filter(Objects::nonNull).toList();
        settling.hold(invoices);
        boolean used = parts.stream().anyMatch(it -> it.purpose() == AccountPurpose.ADVANCE) && advanceIsUsed(id);
        db.sql("DELETE FROM resources.ledger_entry WHERE payment = ?")
                .param(id.value())
                .update();
        payments.clear(id);
        db.sql("DELETE FROM resources.ledger_payment WHERE id = ?")
                .param(id.value())
                .update();
        if (used
                || settling.hold(invoices).values().stream()
                        .anyMatch(it -> it.settled().isNegative())) {
            throw new Refused("ledger.refused.rests");
        }
    }

    /** Whether without it its payer would have used more than she left over. */
    private boolean advanceIsUsed(PaymentId id) {
        return db.sql("""
                        SELECT coalesce(sum(a.amount), 0) < 0 FROM resources.ledger_payment mine
                        JOIN resources.ledger_payment p ON p.id <> mine.id AND p.currency = mine.currency
                         AND (p.organisation = mine.organisation OR p.person = mine.person)
                        JOIN resources.ledger_allocation a ON a.payment = p.id
                        JOIN resources.ledger_account c ON c.id = a.account AND c.purpose = 'ADVANCE'
                        WHERE mine.id = ?
                        """).param(id.value()).query(Boolean.class).single();
    }
}
