package org.convergence.platform.database.connection;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database's settings, from the environment.
 *
 * @param dataDir where the embedded server and all other files live ({@code CONVERGENCE_DATA_DIR})
 * @param url the application's address on an external server ({@code CONVERGENCE_DATABASE_URL}), empty for embedded
 * @param ownerUrl the owner's address there ({@code CONVERGENCE_DATABASE_OWNER_URL})
 * @param join whether a command line may join the server that the application runs
 */
@ConfigurationProperties("convergence.database")
record DatabaseSettings(
        @DefaultValue("data") Path dataDir,
        @DefaultValue("") String url,
        @DefaultValue("") String ownerUrl,
        @DefaultValue("false") boolean join) {

    boolean isExternal() {
        return !url.isBlank();
    }
}
