package org.convergence.directory.people.domain.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param head the titles of the columns, as the file has them
 * @param fields for each column what it holds, {@code null} where it is left out
 * @param run the work that enters its rows, or takes them back; {@code null} before
 * @param endedAt when its last row was entered; {@code null} before
 */
public record ImportFile(
        UUID id,
        int version,
        Subject subject,
        String fileName,
        List<String> head,
        List<@Nullable Field> fields,
        Known known,
        String untitled,
        State state,
        int rows,
        @Nullable UUID run,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {

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

    Manner manner() {
        return new Manner(known, untitled);
    }
}
