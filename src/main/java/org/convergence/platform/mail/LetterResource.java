package org.convergence.platform.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter's state in the API.
 *
 * @param leftOn {@code null} as long as it has not left
 */
public record LetterResource(LetterState state, @Nullable Instant leftOn) {

    /** That of one letter; {@code null} where there is none. */
    public static @Nullable LetterResource of(@Nullable LetterStatus status) {
        return status == null ? null : new LetterResource(status.state(), status.leftOn());
    }

    /** That of many letters as one; {@code null} where there is none. */
    public static @Nullable LetterResource of(LetterSummary summary) {
        LetterState state = summary.state();
        return state == null ? null : new LetterResource(state, summary.leftOn());
    }
}
