package org.convergence.platform.backup.web;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.convergence.platform.backup.BackupDownloadService;
import org.convergence.platform.backup.BackupReason;
import org.convergence.platform.backup.BackupService;
import org.convergence.platform.backup.BackupService.BackupWarning;
import org.convergence.platform.backup.BackupVerification;
import org.convergence.platform.backup.StoredBackup;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.WorkProgress;
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
        List<StoredBackup> kept,
        Set<BackupWarning> concerns,
        @Nullable LocalTime hour,
        Path folder,
        BackupService.DiskSpace space,
        @Nullable WorkProgress work,
        List<BackupDownloadService.BackupDownload> taken,
        boolean mayTake) {

    /** The newest verified backup. */
    public @Nullable StoredBackup lastVerified() {
        return kept.stream().filter(StoredBackup::isVerified).findFirst().orElse(null);
    }

    /** The tone of a warning. */
    public static Tone tone(BackupWarning concern) {
        return switch (concern) {
            case FAILED, OLD, DISK_SHORT -> Tone.BAD;
            case NONE, UNVERIFIED, UNSCHEDULED -> Tone.WARN;
        };
    }

    /** The tone of a backup's verification. */
    public static Tone tone(StoredBackup backup) {
        BackupVerification verification = backup.verification();
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
    public static String word(StoredBackup backup, Words t) {
        BackupVerification verification = backup.verification();
        return t.say(
                "backup.verification",
                verification == null ? "NONE" : verification.outcome().name());
    }

    /** Why it is not verified; {@code null} if it was not tried, or is verified. */
    public static @Nullable String reason(StoredBackup backup, Words t) {
        BackupVerification verification = backup.verification();
        return verification == null || verification.messageKey().isEmpty()
                ? null
                : t.say(verification.messageKey(), verification.arguments().toArray());
    }

    /** Whether a person may delete it. */
    public static boolean canDelete(StoredBackup backup) {
        return backup.reason() == BackupReason.BY_HAND;
    }

    /** Confirms the deletion of a backup: what is deleted and what stays. */
    public record BackupDeletionPage(StoredBackup backup, Form form) {}
}
