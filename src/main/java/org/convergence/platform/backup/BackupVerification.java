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
        /** It was restored into a scratch database, and each table is the same to the byte. */
        VERIFIED,
        /** It was impossible here, for lack of space or permission. */
        IMPOSSIBLE,
        /** It cannot be restored. */
        FAILED
    }
}
