package org.convergence.platform.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convergence.platform.command.Command;
import org.convergence.platform.command.CommandUsage;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/** {@code convergence backup FILE}: makes a backup, even while the application runs. */
@Component
@CommandUsage(name = "backup", arguments = "FILE", description = "backup.command.backup")
record BackupCommand(DatabaseServer server) implements Command {

    @Override
    public void run(List<String> arguments, Terminal terminal) throws Exception {
        Path file = Path.of(arguments.get(0));
        if (Files.exists(file)) {
            throw new Refused("backup.exists", file.getFileName());
        }
        BackupManifest manifest =
                new BackupWriter(server.owner(), server.application().user()).write(file, rows -> {});
        terminal.say(
                "backup.made",
                manifest.tables().size(),
                manifest.rows(),
                terminal.words().fileSize(Files.size(file)));
    }
}
