package org.convergence.platform.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Downloads of backups, and their record. */
@Service
@Requires(BackupPermissions.KEEP)
public class BackupDownloadService {

    private final BackupMaintenance backupMaintenance;
    private final JdbcClient db;
    private final Clock clock;

    BackupDownloadService(BackupMaintenance backupMaintenance, JdbcClient db, Clock clock) {
        this.backupMaintenance = backupMaintenance;
        this.db = db;
        this.clock = clock;
    }

    /** A download. */
    public record BackupDownload(Instant at, String who, String file) {}

    /**
     * Records the download by the current actor, and gives the file.
     *
     * @throws NotFound if there is none of this name
     */
    @Requires(BackupPermissions.DOWNLOAD)
    @Transactional
    public Path recordDownload(String name) {
        if (backupMaintenance.folder().findAll().stream()
                .noneMatch(kept -> kept.name().equals(name))) {
            throw new NotFound("backup");
        }
        Actor actor = CurrentActor.get();
        db.sql("INSERT INTO platform.backup_download (id, at, account, who, file) VALUES (?, ?, ?, ?, ?)")
                .params(Ids.next(), SqlTime.now(clock), actor.id(), actor.label(), name)
                .update();
        return backupMaintenance.folder().path().resolve(name);
    }

    /** The latest downloads, newest first. */
    public List<BackupDownload> findLatest(int limit) {
        return db.sql("SELECT at, who, file FROM platform.backup_download ORDER BY at DESC, id DESC LIMIT ?")
                .param(limit)
                .query((row, number) -> new BackupDownload(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("file")))
                .list();
    }
}
