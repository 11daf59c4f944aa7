package org.convergence.plan.checklist;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contributed by a module whose records have checklists. Without one for its kind of record, an item can be neither
 * read nor changed.
 */
public interface ChecklistSubject {

    /** The kind of record, for instance {@code safety.mission}. */
    String kind();

    /** A SELECT of {@code id} and {@code title} of all its records, for the days on which items are due. */
    String titles();

    /**
     * A SELECT of {@code subject} and {@code code} of the items that a fact of their record completes, and of the day
     * {@code done_on} of this fact; {@code null} if people complete them all.
     */
    default @Nullable String fulfilled() {
        return null;
    }

    /**
     * A SELECT of {@code subject}, {@code group_subject} and {@code others}: the records whose shared items are those of a
     * record of {@link #groupKind()}, such as the interns of a mission, and how many people of that record have none of
     * these, {@code NULL} for no people. An item completed there is completed for each; one completed for all members is
     * completed there if there are no others. {@code null} for none.
     */
    default @Nullable String members() {
        return null;
    }

    /** The kind of the records that {@link #members()} belong to; {@code null} for none. */
    default @Nullable String groupKind() {
        return null;
    }

    /** The address of a record's page. */
    String url(UUID id);

    /** The record; empty where there is none that the current actor may see. */
    Optional<ChecklistRecord> find(UUID id);

    /**
     * A record with a checklist.
     *
     * @param url its page
     * @param mayEdit whether the current actor may change its items
     */
    record ChecklistRecord(String title, String url, boolean mayEdit) {}
}
