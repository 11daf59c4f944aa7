package org.convergence.identity.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The public address, for a command that runs beside the server: from the environment, else from the note that the
 * server writes beside its data, since only the server knows its port.
 */
@Component
class ServerAddress {

    private static final Logger LOG = LoggerFactory.getLogger(ServerAddress.class);

    private final String said;
    private final String assumed;
    private final Path data;
    private final Path note;

    ServerAddress(
            @Value("${CONVERGENCE_BASE_URL:}") String said,
            @Value("${convergence.base-url}") String assumed,
            @Value("${convergence.database.data-dir}") Path data) {
        this.said = said;
        this.assumed = assumed;
        this.data = data;
        this.note = data.resolve("address");
    }

    /** Writes the address of the running server. */
    void write() {
        if (!Files.isDirectory(data)) {
            return;
        }
        try {
            Files.writeString(note, assumed + "\n");
        } catch (IOException e) {
            LOG.warn(
                    "The server address cannot be written to the data directory: {}",
                    e.getClass().getSimpleName());
        }
    }

    String find() {
        if (!said.isEmpty() || !Files.isReadable(note)) {
            return assumed;
        }
        try {
            return Files.readString(note).strip();
        } catch (IOException e) {
            return assumed;
        }
    }
}
