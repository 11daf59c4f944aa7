package org.convergence.platform.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.convergence.platform.backup.Verification.Outcome;
import org.jspecify.annotations.Nullable;

/** When one should worry about the backups. */
final class BackupPolicy {

    /** A daily one that is older than this was missed. */
    static final Duration OLDEST = Duration.ofHours(50);

    /** Room for so many more of the last one's size is asked for. */
    static final int ROOM_FOR = 3;

    private static final long LEAST_FREE = 100L << 20;

    private BackupPolicy() {}

    /**
     * What to worry about, the gravest first.
     *
     * @param scheduled whether one is made each day
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
