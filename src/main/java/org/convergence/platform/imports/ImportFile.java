package org.convergence.platform.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file to import.
 *
 * @param head the titles of the columns, as in the file
 * @param columns the meaning of each, {@code null} if it is ignored
 * @param choices the choices besides the columns, as defined by the kind
 * @param rows the number of rows below the head
 * @param run the job that enters its rows, or undoes them; {@code null} before
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
        ImportState state,
        int rows,
        @Nullable UUID run,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** The time in which an import can be undone. */
    public static final Duration TAKEN_BACK_WITHIN = Duration.ofHours(24);

    /** The state of an import. */
    public enum ImportState {
        /** Previewed; nothing is entered. */
        DRAFT,
        RUNNING,
        DONE,
        /** Being undone. */
        UNDOING,
        UNDONE
    }

    /** Until when it can be undone; {@code null} if it cannot. */
    public @Nullable Instant takenBackUntil(Instant now) {
        Instant until = state != ImportState.DONE || endedAt == null ? null : endedAt.plus(TAKEN_BACK_WITHIN);
        return until != null && now.isBefore(until) ? until : null;
    }

    /** Whether its job runs or was interrupted. */
    public boolean isWorkedOn() {
        return state == ImportState.RUNNING || state == ImportState.UNDOING;
    }
}
