package org.convergence.platform.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convergence.platform.command.Command;
import org.convergence.platform.command.CommandUsage;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/**
 * {@code convergence keys export FILE}: writes the key ring under a passphrase; creates the ring if there is none yet.
 */
@Component
@CommandUsage(name = "keys export", arguments = "FILE", description = "keys.command.export")
record ExportKeysCommand(KeyFolder folder) implements Command {

    @Override
    public void run(List<String> arguments, Terminal terminal) {
        Path file = Path.of(arguments.get(0));
        if (Files.exists(file)) {
            throw new Refused("keys.exists", file.getFileName());
        }
        String passphrase = terminal.secret("keys.passphrase-new");
        if (!passphrase.equals(terminal.secret("keys.passphrase-again"))) {
            throw new Refused("keys.passphrase-differs");
        }
        RecoveryFile.of(folder.open(), passphrase).write(file);
        // A recovery file that cannot be opened is worse than none.
        if (!RecoveryFile.read(file).unlock(passphrase).isSameAs(folder.open())) {
            throw new IllegalStateException("the recovery file does not hold the keys");
        }
        terminal.say("keys.exported", file.getFileName());
    }
}
