package org.convergence.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Corrects restored rows before anyone uses them: work under way when the backup was made may have been done since. */
public interface AfterRestoreHook {

    /** Corrects the rows, on a connection of the owner role. */
    void afterRestore(Connection owner) throws SQLException;
}
