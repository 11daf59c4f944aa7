package org.convergence.platform.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.convergence.platform.command.Command;
import org.convergence.platform.command.CommandUsage;
import org.springframework.stereotype.Component;

/** {@code convergence keys import FILE}: restores the key ring from a recovery file; an existing one is set aside. */
@Component
@CommandUsage(name = "keys import", arguments = "FILE", description = "keys.command.import")
record ImportKeysCommand(KeyFolder folder, Clock clock) implements Command {

    @Override
    public void run(List<String> arguments, Terminal terminal) {
        KeyRing ring = RecoveryFile.read(Path.of(arguments.get(0))).unlock(terminal.secret("keys.passphrase"));
        if (folder.find().filter(ring::isSameAs).isPresent()) {
            terminal.say("keys.already");
        } else if (folder.replace(ring, clock.instant())) {
            terminal.say("keys.replaced", folder.path());
        } else {
            terminal.say("keys.imported", folder.path());
        }
    }
}
