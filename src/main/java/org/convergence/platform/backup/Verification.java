package org.convergence.platform.backup;

import java.time.Instant;
import java.util.List;

/**
 * What became of the attempt to restore a backup.
 *
 * @param at when it was tried
 * @param messageKey why it failed or could not be tried, empty where it was verified
 * @param arguments what the sentence names
 */
public record Verification(Instant at, Outcome outcome, String messageKey, List<String> arguments) {

    /** How it ended. */
    public enum Outcome {
        /** It was restored into a database of its own, and each table is the same to the byte. */
        VERIFIED,
        /** It could not be tried here, for want of space or of a right. */
        IMPOSSIBLE,
        /** It cannot be restored. */
        FAILED
    }
}
