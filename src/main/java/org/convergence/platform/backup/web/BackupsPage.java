package org.convergence.platform.backup.web;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.convergence.platform.backup.BackupConcern;
import org.convergence.platform.backup.BackupDownloads;
import org.convergence.platform.backup.BackupReason;
import org.convergence.platform.backup.Backups;
import org.convergence.platform.backup.KeptBackup;
import org.convergence.platform.backup.Verification;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.Work;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The backups in the folder, the warnings, and the running job.
 *
 * @param hour of the daily one; {@code null} if there is none
 * @param work the running job; {@code null} if there is none
 * @param mayTake whether the actor may download a backup
 */
public record BackupsPage(
        List<KeptBackup> kept,
        Set<BackupConcern> concerns,
        @Nullable LocalTime hour,
        Path folder,
        Backups.DiskSpace space,
        @Nullable Work work,
        List<BackupDownloads.Taken> taken,
        boolean mayTake) {

    /** The newest verified backup. */
    public @Nullable KeptBackup lastVerified() {
        return kept.stream().filter(KeptBackup::isVerified).findFirst().orElse(null);
    }

    /** The tone of a warning. */
    public static Tone tone(BackupConcern concern) {
        return switch (concern) {
            case FAILED, OLD, DISK_SHORT -> Tone.BAD;
            case NONE, UNVERIFIED, UNSCHEDULED -> Tone.WARN;
        };
    }

    /** The tone of a backup's verification. */
    public static Tone tone(KeptBackup backup) {
        Verification verification = backup.verification();
        if (verification == null) {
            return Tone.AHEAD;
        }
        return switch (verification.outcome()) {
            case VERIFIED -> Tone.OK;
            case IMPOSSIBLE -> Tone.WARN;
            case FAILED -> Tone.BAD;
        };
    }

    /** The result of the verification, in a word. */
    public static String word(KeptBackup backup, Words t) {
        Verification verification = backup.verification();
        return t.say(
                "backup.verification",
                verification == null ? "NONE" : verification.outcome().name());
    }

    /** Why it is not verified; {@code null} if it was not tried, or is verified. */
    public static @Nullable String reason(KeptBackup backup, Words t) {
        Verification verification = backup.verification();
        return verification == null || verification.messageKey().isEmpty()
                ? null
                : t.say(verification.messageKey(), verification.arguments().toArray());
    }

    /** Whether a person may delete it. */
    public static boolean canDelete(KeptBackup backup) {
        return backup.reason() == BackupReason.BY_HAND;
    }
}
