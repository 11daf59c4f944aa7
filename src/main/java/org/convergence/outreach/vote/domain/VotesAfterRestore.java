package org.convergence.outreach.vote.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.convergence.platform.database.AfterRestoreHook;
import org.springframework.stereotype.Component;

/**
 * Takes back votes that were open when the backup was made: ballots given since are lost, so that no count of the others
 * may be published. They are opened again, with the roll of those present; until then their page says why.
 */
@Component
class VotesAfterRestore implements AfterRestoreHook {

    private static final String OPEN = "(SELECT id FROM outreach.vote WHERE state = 'OPEN')";

    @Override
    public void afterRestore(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String table : List.of("outreach.vote_ballot", "outreach.vote_roll")) {
                statement.execute("DELETE FROM " + table + " WHERE vote IN " + OPEN);
            }
            statement.execute(
                    "UPDATE outreach.vote SET state = 'DRAFT', restored = true, version = version + 1, opened_at = NULL,"
                            + " present = NULL, quorum_present = NULL, quorum_required = NULL WHERE state = 'OPEN'");
        }
    }
}
