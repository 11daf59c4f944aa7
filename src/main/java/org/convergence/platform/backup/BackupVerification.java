package org.convergence.platform.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a test restore.
 *
 * @param at when it was done
 * @param messageKey why it failed or was impossible, empty if verified
 * @param arguments the message's arguments
 * @param bytes the size of the file that was verified; {@code null} if it was not, or by an earlier version
 */
public record BackupVerification(
        Instant at,
        VerificationOutcome outcome,
        String messageKey,
        List<String> arguments,
        @Nullable Long bytes) {

    /** A backup that is not verified. */
    static BackupVerification unverified(
            Instant at, VerificationOutcome outcome, String messageKey, List<String> arguments) {
        return new BackupVerification(at, outcome, messageKey, arguments, null);
    }

    /** What it says of a file of today: one of another size is not the file that was verified. */
    BackupVerification ofFile(String name, long size) {
        return bytes == null || bytes == size
                ? this
                : unverified(at, VerificationOutcome.FAILED, "backup.other-size", List.of(name));
    }

    /** The outcome of a test restore. */
    public enum VerificationOutcome {
        /** The backup was restored into a scratch database, and each table is identical byte for byte. */
        VERIFIED,
        /** The verification was impossible here, for lack of space or permission. */
        IMPOSSIBLE,
        /** The backup cannot be restored. */
        FAILED
    }
}
