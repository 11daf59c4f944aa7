package org.convergence.platform.database.connection;

import java.util.function.Supplier;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sets the transaction's actor and operation name again, as at its start. */
@Component
record JdbcAuditedOperations(JdbcClient db) implements AuditedOperations {

    @Override
    public <T> T callAs(Actor actor, String name, Supplier<T> gesture) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("outside a transaction, each operation has its own");
        }
        db.sql(ActorTransactionManager.SAY_WHO)
                .params(actor.id().toString(), actor.label(), name)
                .query((row, n) -> true)
                .single();
        return CurrentActor.callAs(actor, gesture::get);
    }
}
