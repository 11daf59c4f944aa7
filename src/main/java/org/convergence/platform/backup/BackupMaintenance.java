package org.convergence.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.convergence.platform.backup.BackupVerification.VerificationOutcome;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes, verifies and rotates the backups of the folder. */
@Component
class BackupMaintenance {

    private static final Logger LOG = LoggerFactory.getLogger(BackupMaintenance.class);

    private final DatabaseServer server;
    private final BackupFolder folder;
    private final List<RestoreCheck> checks;
    private final Clock clock;

    BackupMaintenance(DatabaseServer server, BackupSettings settings, List<RestoreCheck> checks, Clock clock) {
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
    record CreatedBackup(String file, long rows) {}

    CreatedBackup create(BackupReason reason, LongConsumer rowsDone) {
        try {
            Path file = folder.newFile(clock.instant(), reason);
            BackupManifest manifest = writer().write(file, rowsDone);
            LOG.info("Backup {} made: {} rows", file.getFileName(), manifest.rows());
            return new CreatedBackup(file.getFileName().toString(), manifest.rows());
        } catch (IOException e) {
            throw new Refused("backup.cannot-write", folder.path().getFileName(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Restores a backup into a scratch database, compares, and records the result.
     *
     * @param rowsDone receives the number of rows loaded or compared; its exception ends the work
     */
    BackupVerification verify(String name, LongConsumer rowsDone) {
        BackupVerification verification = tried(name, rowsDone);
        try {
            folder.write(folder.path().resolve(name), verification);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (verification.outcome() != VerificationOutcome.VERIFIED) {
            LOG.warn("Backup {} is not verified: {}", name, verification.messageKey());
        }
        return verification;
    }

    /** The number of rows of a backup; 0 if it cannot be read, which its verification will report. */
    long countRows(String name) {
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

    private BackupVerification tried(String name, LongConsumer rowsDone) {
        try (BackupFile file = BackupFile.open(folder.path().resolve(name));
                ScratchDatabase scratch = ScratchDatabase.create(server.owner())) {
            new DatabaseRestore(scratch.owner(), server.application().user(), checks).load(file, rowsDone);
            return new BackupVerification(clock.instant(), VerificationOutcome.VERIFIED, "", List.of());
        } catch (ScratchDatabase.VerificationImpossible e) {
            return new BackupVerification(
                    clock.instant(), VerificationOutcome.IMPOSSIBLE, e.messageKey(), texts(e.arguments()));
        } catch (Refused e) {
            return new BackupVerification(
                    clock.instant(), VerificationOutcome.FAILED, e.messageKey(), texts(e.arguments()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Object[] arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }
}
