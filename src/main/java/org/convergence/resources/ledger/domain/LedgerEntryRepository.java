package org.convergence.resources.ledger.domain;

import java.time.Clock;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.ReductionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposes new invoices, reductions and payments as entries to the accountant. */
@Component
record LedgerEntryRepository(JdbcClient db, Clock clock) {

    /**
     * Locks all batches until the transaction ends: no batch opens, closes or changes. Must come before any other lock.
     */
    void lockBatches() {
        TransactionLock.acquire(db, "resources.ledger_batch");
    }

    void propose(InvoiceId invoice) {
        insert(invoice, null, null);
    }

    void propose(ReductionId reduction) {
        insert(null, reduction, null);
    }

    void propose(PaymentId payment) {
        insert(null, null, payment);
    }

    /** Proposes an accepted or returned payment again, since it changed. */
    void proposeAgain(PaymentId payment) {
        db.sql(
                        "UPDATE resources.ledger_entry SET state = 'PROPOSED', batch = NULL, version = version + 1 WHERE payment = ?")
                .param(payment.value())
                .update();
    }

    private void insert(@Nullable InvoiceId invoice, @Nullable ReductionId reduction, @Nullable PaymentId payment) {
        db.sql("""
                        INSERT INTO resources.ledger_entry (id, invoice, reduction, payment, proposed_at)
                        VALUES (:id, :invoice, :reduction, :payment, :now)
                        """)
                .param("id", Ids.next())
                .param("invoice", Identifier.uuidOf(invoice))
                .param("reduction", Identifier.uuidOf(reduction))
                .param("payment", Identifier.uuidOf(payment))
                .param("now", SqlTime.now(clock))
                .update();
    }
}
