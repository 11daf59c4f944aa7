package org.convergence.platform.database.connection;

import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;

/** A PostgreSQL server that Convergence does not run. */
record ExternalServer(DatabaseAddress application, DatabaseAddress owner) implements DatabaseServer {

    static ExternalServer of(DatabaseSettings settings) {
        if (settings.ownerUrl().isBlank()) {
            throw new DatabaseUnavailable(
                    "CONVERGENCE_DATABASE_URL is set, but CONVERGENCE_DATABASE_OWNER_URL is not.",
                    "Give the address of a second role that owns the database: migrations run as the owner, and the"
                            + " application's role may own nothing.");
        }
        return new ExternalServer(
                DatabaseAddress.parse("CONVERGENCE_DATABASE_URL", settings.url()),
                DatabaseAddress.parse("CONVERGENCE_DATABASE_OWNER_URL", settings.ownerUrl()));
    }

    @Override
    public boolean isEmbedded() {
        return false;
    }

    @Override
    public boolean isJoined() {
        return false;
    }

    @Override
    public void close() {
        // An external server is not ours to stop.
    }
}
