package org.convergence.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.convergence.platform.database.AfterRestoreHook;
import org.convergence.platform.database.DatabaseReplaced;
import org.convergence.platform.database.connection.ConnectionPools;
import org.convergence.testing.TestDatabase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Backups of the database of a test, restored into its place as {@code convergence restore} does. */
@Lazy
@Component
public class BackupFixture {

    private final TestDatabase database;
    private final List<AfterRestoreHook> afterwards;
    private final ConnectionPools pools;
    private final ApplicationEventPublisher events;

    BackupFixture(
            TestDatabase database,
            List<AfterRestoreHook> afterwards,
            ConnectionPools pools,
            ApplicationEventPublisher events) {
        this.database = database;
        this.afterwards = afterwards;
        this.pools = pools;
        this.events = events;
    }

    /** Writes a backup of the database as it is now. */
    public void save(Path file) {
        new BackupWriter(database.owner(), database.application().user()).write(file, rows -> {});
    }

    /** Replaces the database by a backup. */
    public void restore(Path file) throws IOException, SQLException {
        database.reset();
        try (BackupFile backup = BackupFile.open(file)) {
            new DatabaseRestore(database.owner(), database.application().user(), List.of()).restore(backup);
        }
        try (Connection owner = database.owner().connect()) {
            for (AfterRestoreHook step : afterwards) {
                step.afterRestore(owner);
            }
        }
        pools.evict();
        events.publishEvent(new DatabaseReplaced());
    }
}
