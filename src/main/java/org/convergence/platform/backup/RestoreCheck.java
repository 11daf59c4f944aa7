package org.convergence.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Contributed by a module: what must be true of its rows once they are restored, beyond being those of the file. Asked at
 * every restore and at every verification, before anything is kept.
 */
public interface RestoreCheck {

    /**
     * Looks at the restored rows, in the schema of the backup's time, which may not have the module's tables yet.
     *
     * @throws org.convergence.platform.database.Refused where they are not whole; nothing is kept then
     */
    void check(Connection restored) throws SQLException;
}
