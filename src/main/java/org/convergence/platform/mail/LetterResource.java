package org.convergence.platform.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter's state in the API.
 *
 * @param leftOn {@code null} until it is sent or delivered
 */
public record LetterResource(LetterState state, @Nullable Instant leftOn) {

    /** The state of one letter; {@code null} without a letter. */
    public static @Nullable LetterResource of(@Nullable LetterStatus status) {
        return status == null ? null : new LetterResource(status.state(), status.leftOn());
    }

    /** The combined state of many letters; {@code null} without letters. */
    public static @Nullable LetterResource of(LetterSummary summary) {
        LetterState state = summary.state();
        return state == null ? null : new LetterResource(state, summary.leftOn());
    }
}
