package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.Objects;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes a payment made from a bank line by mistake, while nothing depends on it: its batch is open, and its advance
 * settled nothing.
 */
@Component
class PaymentWithdrawal {

    private final JdbcClient db;
    private final PaymentStore payments;
    private final Settling settling;
    private final LeftOver leftOver;
    private final Proposals proposals;

    PaymentWithdrawal(JdbcClient db, PaymentStore payments, Settling settling, LeftOver leftOver, Proposals proposals) {
        this.db = db;
        this.payments = payments;
        this.settling = settling;
        this.leftOver = leftOver;
        this.proposals = proposals;
    }

    /** @throws Refused if something depends on it */
    void withdraw(PaymentId id) {
        proposals.hold();
        PaymentStore.Kept kept = payments.load(id);
        if (kept.closed() || kept.reversed()) {
            throw new Refused("ledger.refused.closed");
        }
        leftOver.hold(kept.payer());
        List<InvoiceId> invoices = payments.parts(id).stream()
                .map(Part::invoice)
                .filter(Objects::nonNull)
                .toList();
        settling.hold(invoices);
        db.sql("DELETE FROM resources.ledger_entry WHERE payment = ?")
                .param(id.value())
                .update();
        payments.clear(id);
        db.sql("DELETE FROM resources.ledger_payment WHERE id = ?")
                .param(id.value())
                .update();
        settling.requireNoneOverdrawn(invoices);
        leftOver.requireCovered(kept.payer(), kept.amount().getCurrencyUnit());
    }
}
