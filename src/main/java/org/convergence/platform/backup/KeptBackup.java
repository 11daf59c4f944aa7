package org.convergence.platform.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup in the folder.
 *
 * @param name the file's
 * @param madeAt when
 * @param bytes how large
 * @param verification whether it can be restored, {@code null} as long as nobody tried
 */
public record KeptBackup(
        String name,
        Instant madeAt,
        BackupReason reason,
        long bytes,
        @Nullable Verification verification) {

    public boolean isVerified() {
        return verification != null && verification.outcome() == Verification.Outcome.VERIFIED;
    }
}
