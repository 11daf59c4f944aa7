package org.convergence.plan.checklist.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.checklist.Checklists.ChecklistContent;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An item of a checklist.
 *
 * @param kind the kind of record to which it is attached
 * @param subject the record
 * @param doneOn {@code null} while it is open
 * @param proof a sentence of 1 to 500 characters; {@code null} for none
 * @param code the fact of the record that completes it; {@code null} if people do
 * @param needsProof whether it is completed only with a sentence or a file
 * @param shared the point in common with the items of a group; {@code null} for none
 * @param document the stored file that proves it; {@code null} for none
 */
@Table(schema = "plan", value = "checklist_item")
public record ChecklistItem(
        @Id UUID id,
        @Version int version,
        String kind,
        UUID subject,
        int position,
        String label,
        @Nullable PersonId owner,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,
        @Nullable String proof,
        @Nullable UUID document,
        @Nullable String code,
        boolean needsProof,
        @Nullable String shared) {

    static final String TABLE = "plan.checklist_item";

    static ChecklistItem create(String kind, UUID subject, int position, ChecklistContent content) {
        return new ChecklistItem(
                Ids.next(),
                0,
                kind,
                subject,
                position,
                content.label(),
                content.owner(),
                content.dueOn(),
                null,
                null,
                null,
                content.code(),
                content.needsProof(),
                content.shared());
    }

    ChecklistItem with(int opened, ChecklistContent content) {
        return new ChecklistItem(
                id,
                opened,
                kind,
                subject,
                position,
                content.label(),
                content.owner(),
                content.dueOn(),
                doneOn,
                proof,
                document,
                code,
                needsProof,
                shared);
    }

    ChecklistItem done(@Nullable LocalDate day, @Nullable String sentence, @Nullable UUID file) {
        return new ChecklistItem(
                id,
                version,
                kind,
                subject,
                position,
                label,
                owner,
                dueOn,
                day,
                sentence,
                file,
                code,
                needsProof,
                shared);
    }
}
