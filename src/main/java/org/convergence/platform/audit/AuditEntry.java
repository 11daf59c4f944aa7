package org.convergence.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change of a row.
 *
 * @param id grows with time
 * @param actor the account that acted, {@code null} for the system, as in nightly work
 * @param who the actor's label
 * @param gesture the operation, for instance {@code PlanDraftService.rename}; empty outside of one
 * @param fields the changed columns, ordered by name; empty if redacted
 * @param redactedReason why values were redacted, {@code null} if none were
 */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable UUID actor,
        String who,
        String gesture,
        RowOperation operation,
        List<FieldChange> fields,
        @Nullable String redactedReason) {

    /** The same change without some columns, for readers who may not see them. */
    public AuditEntry without(Set<String> columns) {
        List<FieldChange> rest =
                fields.stream().filter(each -> !columns.contains(each.name())).toList();
        return new AuditEntry(id, at, actor, who, gesture, operation, rest, redactedReason);
    }

    /** The kind of change. */
    public enum RowOperation {
        INSERT,
        UPDATE,
        DELETE
    }

    /**
     * One column of the change.
     *
     * @param name the column
     * @param before its old value, {@code null} for a new row
     * @param after its new value, {@code null} for a deleted row
     */
    public record FieldChange(
            String name,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}
}
