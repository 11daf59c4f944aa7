package org.convergence.platform.database.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;

/**
 * Tells the database, at the start of each writing transaction, which person acts by which operation, for the audit.
 */
class ActorTransactionManager extends JdbcTransactionManager {

    private static final String ROOT = "org.convergence.";
    private static final Set<String> LAYERS = Set.of("domain", "web");

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
            statement.setString(3, operation(definition));
            statement.execute();
        }
    }

    /**
     * The label of the transaction ({@code @Transactional(label = "people.add-person")}), which stays when classes are
     * renamed; without one, {@code <module>.<method>}, or the name that a transaction was given.
     */
    static String operation(TransactionDefinition definition) {
        if (definition instanceof TransactionAttribute attribute
                && !attribute.getLabels().isEmpty()) {
            return attribute.getLabels().iterator().next();
        }
        String name = definition.getName();
        if (name == null || !name.startsWith(ROOT)) {
            return name == null ? "" : name;
        }
        String[] parts = name.substring(ROOT.length()).split("\\.", -1);
        String module = parts.length > 1 && !LAYERS.contains(parts[1]) ? parts[1] : parts[0];
        return module + "." + parts[parts.length - 1];
    }
}
