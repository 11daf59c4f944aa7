package org.convergence.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.convergence.platform.backup.Verification.Outcome;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes, verifies and rotates the backups of the folder. */
@Component
class BackupKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(BackupKeeping.class);

    private final DatabaseServer server;
    private final BackupFolder folder;
    private final List<RestoreCheck> checks;
    private final Clock clock;

    BackupKeeping(DatabaseServer server, BackupSettings settings, List<RestoreCheck> checks, Clock clock) {
        this.server = server;
        this.checks = checks;
        this.folder = new BackupFolder(settings.dir());
        this.clock = clock;
    }

    BackupFolder folder() {
        return folder;
    }

    BackupWriter writer() {
        return new BackupWriter(server.owner(), server.application().user());
    }

    /** The name of a new file, and the number of its rows. */
    record Made(String file, long rows) {}

    Made make(BackupReason reason, LongConsumer rowsDone) {
        try {
            Path file = folder.fileFor(clock.instant(), reason);
            Manifest manifest = writer().write(file, rowsDone);
            LOG.info("Backup {} made: {} rows", file.getFileName(), manifest.rows());
            return new Made(file.getFileName().toString(), manifest.rows());
        } catch (IOException e) {
            throw new Refused("backup.cannot-write", folder.path().getFileName(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Restores a backup into a scratch database, compares, and records the result.
     *
     * @param rowsDone receives the number of rows loaded or compared; its exception ends the work
     */
    Verification verify(String name, LongConsumer rowsDone) {
        Verification verification = tried(name, rowsDone);
        try {
            folder.write(folder.path().resolve(name), verification);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (verification.outcome() != Outcome.VERIFIED) {
            LOG.warn("Backup {} is not verified: {}", name, verification.messageKey());
        }
        return verification;
    }

    /** The number of rows of a backup; 0 if it cannot be read, which its verification will report. */
    long rowsOf(String name) {
        try (BackupFile file = BackupFile.open(folder.path().resolve(name))) {
            return file.manifest().rows();
        } catch (Refused | IOException e) {
            return 0;
        }
    }

    void delete(String name) {
        try {
            folder.delete(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void rotate(ZoneId zone) {
        try {
            folder.rotate(zone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verification tried(String name, LongConsumer rowsDone) {
        try (BackupFile file = BackupFile.open(folder.path().resolve(name));
                ScratchDatabase scratch = ScratchDatabase.create(server.owner())) {
            new Restore(scratch.owner(), server.application().user(), checks).load(file, rowsDone);
            return new Verification(clock.instant(), Outcome.VERIFIED, "", List.of());
        } catch (ScratchDatabase.Impossible e) {
            return new Verification(clock.instant(), Outcome.IMPOSSIBLE, e.messageKey(), texts(e.arguments()));
        } catch (Refused e) {
            return new Verification(clock.instant(), Outcome.FAILED, e.messageKey(), texts(e.arguments()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Object[] arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }
}
