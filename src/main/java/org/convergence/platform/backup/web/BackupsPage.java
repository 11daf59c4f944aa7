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
 * The backups that are kept, what to worry about, and what is being done.
 *
 * @param hour of the daily one; {@code null} where none is made by itself
 * @param work the one under way; {@code null} where there is none
 * @param mayTake whether this person may take a copy away
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

    /** The newest that was restored and compared. */
    public @Nullable KeptBackup lastVerified() {
        return kept.stream().filter(KeptBackup::isVerified).findFirst().orElse(null);
    }

    /** Whether a concern is grave. */
    public static Tone tone(BackupConcern concern) {
        return switch (concern) {
            case FAILED, OLD, DISK_SHORT -> Tone.BAD;
            case NONE, UNVERIFIED, UNSCHEDULED -> Tone.WARN;
        };
    }

    /** How the verification of one is drawn. */
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

    /** What became of the verification, in a word. */
    public static String word(KeptBackup backup, Words t) {
        Verification verification = backup.verification();
        return t.say(
                "backup.verification",
                verification == null ? "NONE" : verification.outcome().name());
    }

    /** Why it is not verified; {@code null} where nobody tried, or it is. */
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
