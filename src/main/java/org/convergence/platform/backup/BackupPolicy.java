package org.convergence.platform.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.convergence.platform.backup.BackupService.BackupWarning;
import org.convergence.platform.backup.BackupVerification.VerificationOutcome;
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
    static Set<BackupWarning> findWarnings(
            @Nullable StoredBackup last, BackupService.DiskSpace space, boolean scheduled, Instant now) {
        Set<BackupWarning> concerns = EnumSet.noneOf(BackupWarning.class);
        if (!scheduled) {
            concerns.add(BackupWarning.UNSCHEDULED);
        }
        if (last == null) {
            concerns.add(BackupWarning.NONE);
        } else {
            if (scheduled && Duration.between(last.madeAt(), now).compareTo(OLDEST) > 0) {
                concerns.add(BackupWarning.OLD);
            }
            BackupVerification verification = last.verification();
            if (verification == null || verification.outcome() == VerificationOutcome.IMPOSSIBLE) {
                concerns.add(BackupWarning.UNVERIFIED);
            } else if (verification.outcome() == VerificationOutcome.FAILED) {
                concerns.add(BackupWarning.FAILED);
            }
        }
        if (space.free() < Math.max(LEAST_FREE, last == null ? 0 : ROOM_FOR * last.bytes())) {
            concerns.add(BackupWarning.DISK_SHORT);
        }
        return concerns;
    }
}
