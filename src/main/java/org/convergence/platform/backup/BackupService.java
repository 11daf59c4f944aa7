package org.convergence.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Backups for pages: their list and state, and the use cases to make, verify or delete one. */
@Service
@Requires(BackupPermissions.KEEP)
public class BackupService {

    /** The job kind that makes and verifies them. */
    public static final String KIND = BackupJob.KIND;

    private final BackupMaintenance backupMaintenance;
    private final BackupSettings settings;
    private final JobQueue jobs;
    private final Clock clock;

    BackupService(BackupMaintenance backupMaintenance, BackupSettings settings, JobQueue jobs, Clock clock) {
        this.backupMaintenance = backupMaintenance;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Space on the disk of the folder of backups.
     *
     * @param free writable bytes
     * @param total bytes of the whole disk
     */
    public record DiskSpace(long free, long total) {}

    /** All backups in the folder, newest first. */
    public List<StoredBackup> findAll() {
        return backupMaintenance.folder().findAll();
    }

    /** The newest backup. */
    @Requires(BackupPermissions.READ)
    public Optional<StoredBackup> findLast() {
        return backupMaintenance.folder().findAll().stream().findFirst();
    }

    /** The newest verified backup. */
    @Requires(BackupPermissions.READ)
    public Optional<StoredBackup> findLastVerified() {
        return backupMaintenance.folder().findAll().stream()
                .filter(StoredBackup::isVerified)
                .findFirst();
    }

    /** The warnings, the gravest first. */
    @Requires(BackupPermissions.READ)
    public Set<BackupWarning> findWarnings() {
        StoredBackup last =
                backupMaintenance.folder().findAll().stream().findFirst().orElse(null);
        return BackupPolicy.findWarnings(last, room(), settings.hour() != null, clock.instant());
    }

    /** The time of the daily one, in the organisation's zone; {@code null} if there is none. */
    public @Nullable LocalTime hour() {
        return settings.hour();
    }

    /** The folder's path on the server. */
    public Path folder() {
        return backupMaintenance.folder().path();
    }

    /** The space left on the disk. */
    public DiskSpace space() {
        return room();
    }

    private DiskSpace room() {
        try {
            Path folder = backupMaintenance.folder().path();
            Files.createDirectories(folder);
            FileStore disk = Files.getFileStore(folder);
            return new DiskSpace(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Queues a backup; gives the run, or the unfinished one. */
    public UUID requestBackup() {
        return submit("backup.job.by-hand", null);
    }

    /** Queues the verification of a backup; gives the run, or the unfinished one. */
    public UUID requestVerification(String name) {
        return submit("backup.job.verification", findByName(name).name());
    }

    private UUID submit(String label, @Nullable String file) {
        var parameters = new BackupJob.BackupParameters(BackupReason.BY_HAND, file);
        return jobs.submit(JobRequest.of(BackupJob.KIND, label, parameters).once("backup"));
    }

    /**
     * Deletes a backup made by hand. The rotation deletes the others.
     *
     * @throws Refused if it was not made by hand
     */
    public void delete(String name) {
        if (findByName(name).reason() != BackupReason.BY_HAND) {
            throw new Refused("backup.kept-by-itself");
        }
        backupMaintenance.delete(name);
    }

    /** @throws NotFound if there is none of this name */
    public StoredBackup findByName(String name) {
        return backupMaintenance.folder().findAll().stream()
                .filter(backup -> backup.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("backup"));
    }

    /** Warnings about the backups, the gravest first. */
    public enum BackupWarning {
        /** The last one cannot be restored. */
        FAILED,
        /** There is none yet. */
        NONE,
        /** The last one is older than it should be. */
        OLD,
        /** The disk has no room for the next backups. */
        DISK_SHORT,
        /** The last one could not be, or was not yet, restored as a test. */
        UNVERIFIED,
        /** No daily backup is configured. */
        UNSCHEDULED
    }
}
