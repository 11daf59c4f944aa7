package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.convergence.platform.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything: programs, cluster, passwords, and the lock that only one process can hold. */
record DataDirectory(Path root) {

    static DataDirectory at(Path root) throws IOException {
        Files.createDirectories(root);
        return new DataDirectory(root.toRealPath());
    }

    Path programs() {
        return root.resolve("programs");
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path passwords() {
        return root.resolve("postgres.passwords");
    }

    Path startLog() {
        return cluster().resolve("start.log");
    }

    /** The lock, or {@code null} if another process holds it. It is released when the process ends, however it ends. */
    @Nullable
    FileLock tryLock() throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
    }

    /** Refuses a cluster written by another major version. */
    void requireReadableCluster() throws IOException {
        String version = Files.readString(cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(Integer.toString(ServerPrograms.majorVersion()))) {
            throw new DatabaseUnavailable(
                    "The data under " + root + " were written by PostgreSQL " + version + "; this version includes "
                            + ServerPrograms.majorVersion() + ".",
                    "Make a backup with the earlier version of Convergence, then restore it into an empty directory.");
        }
    }

    DatabaseUnavailable inUse() {
        return new DatabaseUnavailable(
                "Another Convergence already runs on " + root + ".",
                "Stop it first, or give this one its own directory by CONVERGENCE_DATA_DIR.");
    }
}
