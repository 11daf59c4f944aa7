package org.convergence.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Contributed by a module: further conditions for its restored rows. Called at every restore and verification, before
 * anything is committed.
 */
public interface RestoreCheck {

    /**
     * Checks the restored rows, in the schema of the backup's version, which may not have the module's tables yet.
     *
     * @throws org.convergence.platform.database.Refused if they are incomplete; the restore is then rolled back
     */
    void check(Connection restored) throws SQLException;
}
