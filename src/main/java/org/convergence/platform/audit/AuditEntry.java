package org.convergence.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change of one row.
 *
 * @param id grows with time
 * @param actor the account that acted, {@code null} for the program itself, as in its nightly work
 * @param who what to show of it
 * @param gesture the use case, for instance {@code PlanDrafting.rename}; empty outside of one
 * @param fields what changed, in the order of the columns' names; empty where it was redacted
 * @param redactedReason why values were taken out, {@code null} where none were
 */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable UUID actor,
        String who,
        String gesture,
        Operation operation,
        List<Field> fields,
        @Nullable String redactedReason) {

    /** What happened to the row. */
    public enum Operation {
        INSERT,
        UPDATE,
        DELETE
    }

    /**
     * One column of the change.
     *
     * @param name the column
     * @param before its value before, {@code null} where the row was new
     * @param after its value after, {@code null} where the row is gone
     */
    public record Field(
            String name,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}
}
