package org.convergence.platform.mail.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.convergence.platform.database.AfterRestore;
import org.springframework.stereotype.Component;

/** A letter that was waiting when a backup was made has most likely left since: after a restore a person decides. */
@Component
class LettersAfterRestore implements AfterRestore {

    @Override
    public void afterRestore(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("UPDATE platform.mail_message SET state = 'FAILED', problem = 'RESTORED'"
                    + " WHERE state IN ('QUEUED', 'SENDING', 'PERHAPS_SENT')");
        }
    }
}
