package org.convergence.platform.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.convergence.platform.command.Command;
import org.springframework.stereotype.Component;

/** {@code convergence keys import FILE}: restores the key ring from a recovery file; an existing one is set aside. */
@Component
record ImportKeysCommand(KeyFolder folder, Clock clock) implements Command {

    @Override
    public String name() {
        return "keys import";
    }

    @Override
    public String arguments() {
        return "FILE";
    }

    @Override
    public String descriptionKey() {
        return "keys.command.import";
    }

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
