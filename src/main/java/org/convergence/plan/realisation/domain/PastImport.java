package org.convergence.plan.realisation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of past realisations on its way in.
 *
 * @param head the titles of its columns
 * @param rows how many rows it has below the head
 * @param run the work that takes it in; {@code null} before
 * @param undoing the work that takes it back; {@code null} where nobody asked for that
 * @param finishedAt when all rows were gone through
 */
public record PastImport(
        UUID id,
        int version,
        String fileName,
        State state,
        List<String> head,
        ImportSettings settings,
        int rows,
        @Nullable UUID run,
        @Nullable UUID undoing,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** How long it can be taken back. */
    public static final Duration UNDONE_WITHIN = Duration.ofHours(24);

    /** How far it is. */
    public enum State {
        /** Nothing is recorded yet. */
        DRAFT,
        /** Its rows are being recorded. */
        RUNNING,
        /** All rows were gone through. */
        DONE,
        /** What it recorded is being taken back. */
        UNDOING,
        /** What it recorded was taken back, but for what had been changed since. */
        UNDONE
    }

    /** Whether it is soon enough to take it back. */
    public boolean canBeUndone(Instant now) {
        return state == State.DONE && finishedAt != null && now.isBefore(finishedAt.plus(UNDONE_WITHIN));
    }
}
