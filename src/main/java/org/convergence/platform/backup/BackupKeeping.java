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

    /** Makes one; answers the file's name. */
    String make(BackupReason reason, LongConsumer rowsDone) {
        try {
            Path file = folder.fileFor(clock.instant(), reason);
            Manifest manifest = writer().write(file, rowsDone);
            LOG.info("Backup {} made: {} rows", file.getFileName(), manifest.rows());
            return file.getFileName().toString();
        } catch (IOException e) {
            throw new Refused("backup.cannot-write", folder.path().getFileName(), String.valueOf(e.getMessage()));
        }
    }

    /** Restores it into a database of its own, compares, and writes down how that went. */
    Verification verify(String name) {
        Verification verification = tried(name);
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

    void rotate(ZoneId zone) {
        try {
            folder.rotate(zone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verification tried(String name) {
        try (BackupFile file = BackupFile.open(folder.path().resolve(name));
                ScratchDatabase scratch = ScratchDatabase.create(server.owner())) {
            new Restore(scratch.owner(), server.application().user(), checks).load(file);
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
