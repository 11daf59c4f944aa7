package org.convergence.platform.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.convergence.platform.command.Command;
import org.convergence.platform.command.CommandUsage;
import org.convergence.platform.database.AfterRestoreHook;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/** {@code convergence restore FILE}: restores into an empty database, while the application is stopped. */
@Component
@CommandUsage(name = "restore", arguments = "FILE", description = "backup.command.restore")
record RestoreCommand(DatabaseServer server, List<RestoreCheck> checks, List<AfterRestoreHook> afterwards)
        implements Command {

    @Override
    public void run(List<String> arguments, Terminal terminal) throws Exception {
        if (server.isJoined() || isInUse()) {
            throw new Refused("backup.running");
        }
        try (BackupFile file = BackupFile.open(Path.of(arguments.get(0)))) {
            new DatabaseRestore(server.owner(), server.application().user(), checks).restore(file);
            try (Connection owner = server.owner().connect()) {
                for (AfterRestoreHook step : afterwards) {
                    step.afterRestore(owner);
                }
            }
            terminal.say(
                    "backup.restored",
                    file.manifest().tables().size(),
                    file.manifest().rows());
        }
    }

    private boolean isInUse() throws SQLException {
        try (Connection connection = server.owner().connect();
                var statement = connection.prepareStatement(
                        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = ?")) {
            statement.setString(1, server.application().user());
            return statement.executeQuery().next();
        }
    }
}
