package org.convergence.platform.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param head the titles of the columns, as the file has them
 * @param columns for each of them what it holds, {@code null} where it is left out
 * @param choices what was chosen beside the columns, in the words of its kind
 * @param rows how many it has below the head
 * @param run the work that enters its rows, or takes them back; {@code null} before
 * @param endedAt when its last row was entered; {@code null} before
 */
public record ImportFile(
        UUID id,
        int version,
        ImportKind kind,
        String name,
        List<String> head,
        List<@Nullable ImportColumn> columns,
        Json choices,
        State state,
        int rows,
        @Nullable UUID run,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** For so long it can be taken back. */
    public static final Duration TAKEN_BACK_WITHIN = Duration.ofHours(24);

    /** How far it is. */
    public enum State {
        /** Shown, and nothing of it entered. */
        DRAFT,
        RUNNING,
        DONE,
        /** Being taken back. */
        UNDOING,
        UNDONE
    }

    /** Until when it can be taken back; {@code null} where it cannot. */
    public @Nullable Instant takenBackUntil(Instant now) {
        Instant until = state != State.DONE || endedAt == null ? null : endedAt.plus(TAKEN_BACK_WITHIN);
        return until != null && now.isBefore(until) ? until : null;
    }

    /** Whether work is under way, or stands still in its midst. */
    public boolean isWorkedOn() {
        return state == State.RUNNING || state == State.UNDOING;
    }
}
