package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.database.DatabaseServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the server rewrite its tables, so that no file of it still holds old versions of rows. Each table is locked
 * while it is rewritten. An embedded server also removes its old write-ahead log; on an external one its administrator
 * does so.
 */
@Component
public class StorageScrubber {

    private static final Logger LOG = LoggerFactory.getLogger(StorageScrubber.class);

    private static final int PASSES = 120;
    /** Longer than the lock time-out, so that readers are seldom held up. */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final DatabaseServer server;

    StorageScrubber(DatabaseServer server) {
        this.server = server;
    }

    /**
     * Rewrites all tables of the database, with their statistics.
     *
     * @throws IllegalStateException if another session locks a table for minutes, as a backup may: to be tried again
     */
    public void scrub() {
        try (Connection owner = server.owner().connect();
                Statement statement = owner.createStatement()) {
            // Statistics contain the most frequent values: refreshed before their own table is rewritten.
            statement.execute("ANALYZE");
            List<String> left = tables(statement);
            statement.execute("SET lock_timeout = '200ms'");
            for (int pass = 1; !left.isEmpty(); pass++) {
                List<String> locked = new ArrayList<>();
                for (String table : left) {
                    if (!rewrite(statement, table, pass == PASSES)) {
                        locked.add(table);
                    }
                }
                left = locked;
                if (!left.isEmpty()) {
                    pause();
                }
            }
            flush(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * All tables of the owner whose files can hold a row, and the server's statistics of them, last. A table that never
     * had one has no page, and each of its B-tree indexes only the page that describes it.
     */
    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var rows = statement.executeQuery("""
                SELECT t.oid::regclass::text FROM pg_class t
                WHERE t.relkind IN ('r', 'm') AND pg_get_userbyid(t.relowner) = current_user
                  AND (pg_relation_size(t.oid) > 0
                       OR EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                                    JOIN pg_am a ON a.oid = x.relam
                                   WHERE i.indrelid IN (t.oid, t.reltoastrelid)
                                     AND (a.amname <> 'btree'
                                          OR pg_relation_size(x.oid) > current_setting('block_size')::int)))
                ORDER BY t.oid
                """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.add("pg_catalog.pg_statistic_ext_data");
        tables.add("pg_catalog.pg_statistic");
        return tables;
    }

    /**
     * Sessions queue behind a waiting exclusive lock, so this times out early; the other tables come first, then this one
     * again.
     *
     * @return whether the table was free
     */
    private static boolean rewrite(Statement statement, String table, boolean isLast) throws SQLException {
        try {
            statement.execute("VACUUM (FULL) " + table);
            return true;
        } catch (SQLException e) {
            if (!LockedTableException.isCauseOf(e) || isLast) {
                throw e;
            }
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
            LOG.warn("The write-ahead log is kept until the next checkpoints: {}", e.getSQLState());
        }
    }
}
