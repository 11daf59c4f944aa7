package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.convergence.platform.database.DatabaseServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the server write its tables anew: what a row said before stands in none of its files any more. Each table waits while
 * it is written. On an embedded server what it wrote ahead goes too; on another one that is for who runs it.
 */
@Component
public class Scrubbing {

    private static final Logger LOG = LoggerFactory.getLogger(Scrubbing.class);

    private final DatabaseServer server;

    Scrubbing(DatabaseServer server) {
        this.server = server;
    }

    /** Writes all tables of the database anew, with what is counted of their values. */
    public void scrub() {
        try (Connection owner = server.owner().connect();
                Statement statement = owner.createStatement()) {
            // What is counted of values names the most frequent ones: counted anew before its own table is written
            // anew.
            statement.execute("ANALYZE");
            statement.execute("VACUUM (FULL)");
            flush(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void flush(Statement statement) {
        if (!server.isEmbedded()) {
            return;
        }
        try {
            statement.execute("SELECT pg_switch_wal()");
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            LOG.warn("What the server wrote ahead stays until its next checkpoints: {}", e.getSQLState());
        }
    }
}
