package org.convergence.platform.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.convergence.platform.backup.Verification.Outcome;
import org.jspecify.annotations.Nullable;

/** The conditions for warnings about the backups. */
final class BackupPolicy {

    /** A last backup older than this means that a daily one was missed. */
    static final Duration OLDEST = Duration.ofHours(50);

    /** The disk must have room for this many backups of the last one's size. */
    static final int ROOM_FOR = 3;

    private static final long LEAST_FREE = 100L << 20;

    private BackupPolicy() {}

    /**
     * The warnings, the gravest first.
     *
     * @param scheduled whether there is a daily backup
     */
    static Set<BackupConcern> concerns(
            @Nullable KeptBackup last, Backups.DiskSpace space, boolean scheduled, Instant now) {
        Set<BackupConcern> concerns = EnumSet.noneOf(BackupConcern.class);
        if (!scheduled) {
            concerns.add(BackupConcern.UNSCHEDULED);
        }
        if (last == null) {
            concerns.add(BackupConcern.NONE);
        } else {
            if (scheduled && Duration.between(last.madeAt(), now).compareTo(OLDEST) > 0) {
                concerns.add(BackupConcern.OLD);
            }
            Verification verification = last.verification();
            if (verification == null || verification.outcome() == Outcome.IMPOSSIBLE) {
                concerns.add(BackupConcern.UNVERIFIED);
            } else if (verification.outcome() == Outcome.FAILED) {
                concerns.add(BackupConcern.FAILED);
            }
        }
        if (space.free() < Math.max(LEAST_FREE, last == null ? 0 : ROOM_FOR * last.bytes())) {
            concerns.add(BackupConcern.DISK_SHORT);
        }
        return concerns;
    }
}
