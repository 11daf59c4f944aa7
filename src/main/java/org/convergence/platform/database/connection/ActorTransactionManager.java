package org.convergence.platform.database.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Tells the database, at the start of each transaction that may write, who acts and by which gesture: for the audit. */
class ActorTransactionManager extends JdbcTransactionManager {

    static final String SAY_WHO = """
            SELECT set_config('convergence.actor', ?, true), set_config('convergence.actor_label', ?, true),
                   set_config('convergence.gesture', ?, true)
            """;

    ActorTransactionManager(DataSource source) {
        super(source);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (definition.isReadOnly()) {
            return;
        }
        Actor actor = CurrentActor.get();
        try (PreparedStatement statement = connection.prepareStatement(SAY_WHO)) {
            statement.setString(1, actor.id().toString());
            statement.setString(2, actor.label());
            statement.setString(3, gesture(definition.getName()));
            statement.execute();
        }
    }

    /** {@code org.convergence.plan.actionplan.domain.PlanDrafting.rename} is the gesture {@code PlanDrafting.rename}. */
    static String gesture(@Nullable String transaction) {
        if (transaction == null) {
            return "";
        }
        int method = transaction.lastIndexOf('.');
        return transaction.substring(transaction.lastIndexOf('.', method - 1) + 1);
    }
}
