package org.convergence.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Marks a thread that does background work. Its connections come from a pool of their own, with longer statement
 * time-outs, so that jobs and letters never leave pages without a connection.
 */
public final class BackgroundWork {

    private static final ThreadLocal<Boolean> CURRENT = ThreadLocal.withInitial(() -> false);

    private BackgroundWork() {}

    /** Whether the current thread does background work. */
    public static boolean isCurrent() {
        return CURRENT.get();
    }

    /** Runs work as background work. */
    public static void run(Runnable work) {
        boolean before = CURRENT.get();
        CURRENT.set(true);
        try {
            work.run();
        } finally {
            if (before) {
                CURRENT.set(true);
            } else {
                CURRENT.remove();
            }
        }
    }

    /** A data source whose connections all count as background work, whichever thread asks. */
    public static DataSource connections(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                boolean before = CURRENT.get();
                CURRENT.set(true);
                try {
                    return super.getConnection();
                } finally {
                    CURRENT.set(before);
                }
            }
        };
    }
}
