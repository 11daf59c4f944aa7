package org.convergence.platform.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Registers stored beside the keys, outside backups: after an older backup is restored, they still list what was sealed
 * or erased since. They contain ids and code names, no secret.
 */
@Component
public class ErasureRegister {

    private final KeyFolder folder;

    ErasureRegister(KeyFolder folder) {
        this.folder = folder;
    }

    /** The entries of a register, by key, in order of entry; empty if there is none. */
    public synchronized Map<String, Json> findEntries(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return new LinkedHashMap<>();
        }
        try {
            Map<String, Json> lines = new LinkedHashMap<>();
            Json.parse(Files.readString(file))
                    .node()
                    .propertyStream()
                    .forEach(line -> lines.put(line.getKey(), new Json(line.getValue())));
            return lines;
        } catch (IOException | JacksonException damaged) {
            throw new Refused("keys.roll-damaged", file);
        }
    }

    /** Adds or replaces an entry. */
    public synchronized void put(String name, String key, Object line) {
        // Creates the key ring if there is none: the first entry may be written before any key exists.
        folder.open();
        folder.runExclusively(() -> {
            Map<String, Json> lines = findEntries(name);
            lines.put(key, Json.of(line));
            write(name, lines);
            return lines;
        });
    }

    private void write(String name, Map<String, Json> lines) {
        try {
            var all = Json.empty().node().asObject();
            lines.forEach((key, line) -> all.set(key, line.node()));
            KeyFolder.writeSecret(file(name), all.toString());
        } catch (IOException e) {
            throw new Refused("keys.cannot-write", folder.path());
        }
    }

    private Path file(String name) {
        return folder.path().resolve(name + ".json");
    }
}
