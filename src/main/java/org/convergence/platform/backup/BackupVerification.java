package org.convergence.platform.backup;

import java.time.Instant;
import java.util.List;

/**
 * The result of a test restore.
 *
 * @param at when it was done
 * @param messageKey why it failed or was impossible, empty if verified
 * @param arguments the message's arguments
 */
public record BackupVerification(Instant at, VerificationOutcome outcome, String messageKey, List<String> arguments) {

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
