package org.convergence.platform.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a copy of all the data away, and the record of who did. */
@Service
@Requires(BackupPermissions.KEEP)
public class BackupDownloads {

    private final BackupKeeping keeping;
    private final JdbcClient db;
    private final Clock clock;

    BackupDownloads(BackupKeeping keeping, JdbcClient db, Clock clock) {
        this.keeping = keeping;
        this.db = db;
        this.clock = clock;
    }

    /** A copy that was taken. */
    public record Taken(Instant at, String who, String file) {}

    /**
     * Writes down who takes it, and answers the file.
     *
     * @throws NotFound where there is none of this name
     */
    @Requires(BackupPermissions.DOWNLOAD)
    @Transactional
    public Path take(String name) {
        if (keeping.folder().list().stream().noneMatch(kept -> kept.name().equals(name))) {
            throw new NotFound("backup");
        }
        Actor actor = CurrentActor.get();
        db.sql("INSERT INTO platform.backup_download (id, at, account, who, file) VALUES (?, ?, ?, ?, ?)")
                .params(Ids.next(), clock.instant().atOffset(ZoneOffset.UTC), actor.id(), actor.label(), name)
                .update();
        return keeping.folder().path().resolve(name);
    }

    /** The last copies that were taken, the newest first. */
    public List<Taken> latest(int limit) {
        return db.sql("SELECT at, who, file FROM platform.backup_download ORDER BY at DESC, id DESC LIMIT ?")
                .param(limit)
                .query((row, number) -> new Taken(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("file")))
                .list();
    }
}
