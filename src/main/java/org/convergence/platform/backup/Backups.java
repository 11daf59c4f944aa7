package org.convergence.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.Jobs;
import org.springframework.stereotype.Service;

/** What pages show of backups, and the gesture of having one made. The files themselves never go over the web. */
@Service
@Requires(BackupPermissions.READ)
public class Backups {

    private final BackupKeeping keeping;
    private final Jobs jobs;

    Backups(BackupKeeping keeping, Jobs jobs) {
        this.keeping = keeping;
        this.jobs = jobs;
    }

    /**
     * Room on the disk of the folder of backups.
     *
     * @param free bytes that may still be written
     * @param total bytes of the whole disk
     */
    public record DiskSpace(long free, long total) {}

    /** Those in the folder, the newest first. */
    public List<KeptBackup> list() {
        return keeping.folder().list();
    }

    /** The newest. */
    public Optional<KeptBackup> last() {
        return list().stream().findFirst();
    }

    /** The newest that was restored and compared. */
    public Optional<KeptBackup> lastVerified() {
        return list().stream().filter(KeptBackup::isVerified).findFirst();
    }

    /** How much room there is for more. */
    public DiskSpace space() {
        try {
            Path folder = keeping.folder().path();
            Files.createDirectories(folder);
            FileStore disk = Files.getFileStore(folder);
            return new DiskSpace(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Queues one; answers the run, the unfinished one where there is one. */
    @Requires(BackupPermissions.MAKE)
    public UUID make() {
        return jobs.submit(
                JobRequest.of(BackupJob.KIND, "backup.job.by-hand", new BackupJob.Parameters(BackupReason.BY_HAND))
                        .once("backup"));
    }
}
