package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convergence.platform.backup.BackupService.BackupWarning;
import org.convergence.platform.backup.BackupVerification.VerificationOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackupPolicyTest {

    private static final Instant NOW = Instant.parse("2025-01-14T13:00:00Z");
    private static final long MEGABYTE = 1L << 20;
    private static final BackupService.DiskSpace ROOM =
            new BackupService.DiskSpace(10_000 * MEGABYTE, 20_000 * MEGABYTE);

    @Test
    void noWarningForVerifiedBackupOfLastNight() {
        assertThat(concerns(made(Duration.ofHours(6), VerificationOutcome.VERIFIED)))
                .isEmpty();
    }

    @Test
    void warnsOfOldBackupOnlyIfScheduled() {
        StoredBackup old = made(Duration.ofDays(3), VerificationOutcome.VERIFIED);
        assertThat(concerns(old)).containsExactly(BackupWarning.OLD);
        assertThat(BackupPolicy.findWarnings(old, ROOM, false, NOW)).containsExactly(BackupWarning.UNSCHEDULED);
        assertThat(concerns(made(Duration.ofHours(49), VerificationOutcome.VERIFIED)))
                .isEmpty();
    }

    @Test
    void failedBackupIsTheGravestWarning() {
        assertThat(concerns(made(Duration.ofDays(3), VerificationOutcome.FAILED)))
                .containsExactly(BackupWarning.FAILED, BackupWarning.OLD);
    }

    @Test
    void warnsOfUnverifiedBackup() {
        assertThat(concerns(made(Duration.ofHours(1), null))).containsExactly(BackupWarning.UNVERIFIED);
        assertThat(concerns(made(Duration.ofHours(1), VerificationOutcome.IMPOSSIBLE)))
                .containsExactly(BackupWarning.UNVERIFIED);
        assertThat(concerns(null)).containsExactly(BackupWarning.NONE);
    }

    @Test
    void warnsIfDiskCannotHoldThreeMore() {
        StoredBackup last = made(Duration.ofHours(1), VerificationOutcome.VERIFIED);
        assertThat(BackupPolicy.findWarnings(last, free(3 * 200 * MEGABYTE), true, NOW))
                .isEmpty();
        assertThat(BackupPolicy.findWarnings(last, free(3 * 200 * MEGABYTE - 1), true, NOW))
                .containsExactly(BackupWarning.DISK_SHORT);
        assertThat(BackupPolicy.findWarnings(null, free(MEGABYTE), true, NOW)).contains(BackupWarning.DISK_SHORT);
    }

    private static Set<BackupWarning> concerns(@Nullable StoredBackup last) {
        return BackupPolicy.findWarnings(last, ROOM, true, NOW);
    }

    private static BackupService.DiskSpace free(long bytes) {
        return new BackupService.DiskSpace(bytes, 20_000 * MEGABYTE);
    }

    private static StoredBackup made(Duration ago, @Nullable VerificationOutcome outcome) {
        Instant at = NOW.minus(ago);
        return new StoredBackup(
                "convergence.zip",
                at,
                BackupReason.DAILY,
                200 * MEGABYTE,
                outcome == null ? null : new BackupVerification(at, outcome, "", List.of(), null));
    }
}
