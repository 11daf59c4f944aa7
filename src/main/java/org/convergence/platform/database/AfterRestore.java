package org.convergence.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something to be set right in rows that come from a backup, before anybody works with them: what was under way when the
 * backup was made may have been done since.
 */
public interface AfterRestore {

    /** Does it, as the owner. */
    void afterRestore(Connection owner) throws SQLException;
}
