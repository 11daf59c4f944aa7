package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convergence.platform.backup.Verification.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackupPolicyTest {

    private static final Instant NOW = Instant.parse("2025-01-14T13:00:00Z");
    private static final long MEGABYTE = 1L << 20;
    private static final Backups.DiskSpace ROOM = new Backups.DiskSpace(10_000 * MEGABYTE, 20_000 * MEGABYTE);

    @Test
    void aVerifiedOneOfLastNightIsNoConcern() {
        assertThat(concerns(made(Duration.ofHours(6), Outcome.VERIFIED))).isEmpty();
    }

    @Test
    void anOldOneIsAConcernOnlyWhereOneIsMadeEachNight() {
        KeptBackup old = made(Duration.ofDays(3), Outcome.VERIFIED);
        assertThat(concerns(old)).containsExactly(BackupConcern.OLD);
        assertThat(BackupPolicy.concerns(old, ROOM, false, NOW)).containsExactly(BackupConcern.UNSCHEDULED);
        assertThat(concerns(made(Duration.ofHours(49), Outcome.VERIFIED))).isEmpty();
    }

    @Test
    void oneThatCannotBeRestoredIsTheGravest() {
        assertThat(concerns(made(Duration.ofDays(3), Outcome.FAILED)))
                .containsExactly(BackupConcern.FAILED, BackupConcern.OLD);
    }

    @Test
    void oneThatNobodyTriedIsNotYetTrusted() {
        assertThat(concerns(made(Duration.ofHours(1), null))).containsExactly(BackupConcern.UNVERIFIED);
        assertThat(concerns(made(Duration.ofHours(1), Outcome.IMPOSSIBLE))).containsExactly(BackupConcern.UNVERIFIED);
        assertThat(concerns(null)).containsExactly(BackupConcern.NONE);
    }

    @Test
    void theDiskMustHoldThreeMoreLikeTheLast() {
        KeptBackup last = made(Duration.ofHours(1), Outcome.VERIFIED);
        assertThat(BackupPolicy.concerns(last, free(3 * 200 * MEGABYTE), true, NOW))
                .isEmpty();
        assertThat(BackupPolicy.concerns(last, free(3 * 200 * MEGABYTE - 1), true, NOW))
                .containsExactly(BackupConcern.DISK_SHORT);
        assertThat(BackupPolicy.concerns(null, free(MEGABYTE), true, NOW)).contains(BackupConcern.DISK_SHORT);
    }

    private static Set<BackupConcern> concerns(@Nullable KeptBackup last) {
        return BackupPolicy.concerns(last, ROOM, true, NOW);
    }

    private static Backups.DiskSpace free(long bytes) {
        return new Backups.DiskSpace(bytes, 20_000 * MEGABYTE);
    }

    private static KeptBackup made(Duration ago, @Nullable Outcome outcome) {
        Instant at = NOW.minus(ago);
        return new KeptBackup(
                "convergence.zip",
                at,
                BackupReason.DAILY,
                200 * MEGABYTE,
                outcome == null ? null : new Verification(at, outcome, "", List.of()));
    }
}
