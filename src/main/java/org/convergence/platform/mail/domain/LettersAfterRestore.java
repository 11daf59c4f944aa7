package org.convergence.platform.mail.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.convergence.platform.database.AfterRestoreHook;
import org.springframework.stereotype.Component;

/**
 * Gives up waiting letters after a restore: most have probably been sent since the backup, so that a person decides.
 */
@Component
class LettersAfterRestore implements AfterRestoreHook {

    @Override
    public void afterRestore(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("UPDATE platform.mail_message SET state = 'FAILED', problem = 'RESTORED'"
                    + " WHERE state IN ('QUEUED', 'SENDING', 'PERHAPS_SENT')");
        }
    }
}
