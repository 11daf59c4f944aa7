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
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What pages show of backups, and the gestures of having one made, verified or deleted. */
@Service
@Requires(BackupPermissions.KEEP)
public class Backups {

    /** The kind of the runs that make and verify them. */
    public static final String KIND = BackupJob.KIND;

    private final BackupKeeping keeping;
    private final BackupSettings settings;
    private final Jobs jobs;
    private final Clock clock;

    Backups(BackupKeeping keeping, BackupSettings settings, Jobs jobs, Clock clock) {
        this.keeping = keeping;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
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
    @Requires(BackupPermissions.READ)
    public Optional<KeptBackup> last() {
        return keeping.folder().list().stream().findFirst();
    }

    /** The newest that was restored and compared. */
    @Requires(BackupPermissions.READ)
    public Optional<KeptBackup> lastVerified() {
        return keeping.folder().list().stream().filter(KeptBackup::isVerified).findFirst();
    }

    /** What to worry about, the gravest first. */
    @Requires(BackupPermissions.READ)
    public Set<BackupConcern> concerns() {
        KeptBackup last = keeping.folder().list().stream().findFirst().orElse(null);
        return BackupPolicy.concerns(last, room(), settings.hour() != null, clock.instant());
    }

    /** The hour of the daily one, in the organisation's zone; {@code null} where none is made by itself. */
    public @Nullable LocalTime hour() {
        return settings.hour();
    }

    /** Where they lie on the server. */
    public Path folder() {
        return keeping.folder().path();
    }

    /** How much room there is for more. */
    public DiskSpace space() {
        return room();
    }

    private DiskSpace room() {
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
    public UUID make() {
        return submit("backup.job.by-hand", null);
    }

    /** Queues the verification of one; answers the run, the unfinished one where there is one. */
    public UUID verify(String name) {
        return submit("backup.job.verification", known(name).name());
    }

    private UUID submit(String label, @Nullable String file) {
        var parameters = new BackupJob.Parameters(BackupReason.BY_HAND, file);
        return jobs.submit(JobRequest.of(BackupJob.KIND, label, parameters).once("backup"));
    }

    /**
     * Deletes one that was made by hand. The others go by themselves.
     *
     * @throws Refused where it was not made by hand
     */
    public void delete(String name) {
        if (known(name).reason() != BackupReason.BY_HAND) {
            throw new Refused("backup.kept-by-itself");
        }
        keeping.delete(name);
    }

    /** @throws NotFound where there is none of this name */
    public KeptBackup known(String name) {
        return keeping.folder().list().stream()
                .filter(backup -> backup.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("backup"));
    }
}
