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
    private final PaymentRepository payments;
    private final SettlementService settlements;
    private final PayerCredit leftOver;
    private final LedgerEntryRepository proposals;

    PaymentWithdrawal(
            JdbcClient db,
            PaymentRepository payments,
            SettlementService settlements,
            PayerCredit leftOver,
            LedgerEntryRepository proposals) {
        this.db = db;
        this.payments = payments;
        this.settlements = settlements;
        this.leftOver = leftOver;
        this.proposals = proposals;
    }

    /** @throws Refused if something depends on it */
    void withdraw(PaymentId id) {
        proposals.lockBatches();
        PaymentRepository.StoredPayment kept = payments.findById(id);
        if (kept.closed() || kept.reversed()) {
            throw new Refused("ledger.refused.closed");
        }
        leftOver.lock(kept.payer());
        List<InvoiceId> invoices = payments.findParts(id).stream()
                .map(PaymentPart::invoice)
                .filter(Objects::nonNull)
                .toList();
        settlements.lock(invoices);
        db.sql("DELETE FROM resources.ledger_entry WHERE payment = ?")
                .param(id.value())
                .update();
        payments.deleteAllocations(id);
        db.sql("DELETE FROM resources.ledger_payment WHERE id = ?")
                .param(id.value())
                .update();
        settlements.requireNoneOverdrawn(invoices);
        leftOver.requireCovered(kept.payer(), kept.amount().getCurrencyUnit());
    }
}
