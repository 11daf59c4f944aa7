package org.convergence.platform.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup in the folder.
 *
 * @param name of the file
 * @param madeAt when it was made
 * @param bytes its size
 * @param verification whether it can be restored, {@code null} until it is tried
 */
public record StoredBackup(
        String name,
        Instant madeAt,
        BackupReason reason,
        long bytes,
        @Nullable BackupVerification verification) {

    public boolean isVerified() {
        return verification != null && verification.outcome() == BackupVerification.VerificationOutcome.VERIFIED;
    }
}
