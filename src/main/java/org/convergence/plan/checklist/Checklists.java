package org.convergence.plan.checklist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The checklists of records, for the modules of these records, which check the permission. */
public interface Checklists {

    /**
     * Adds items to a record's checklist, after those it has; labels that it has already are left out.
     *
     * @param kind as in {@link ChecklistSubject#kind()}
     */
    void propose(String kind, UUID subject, List<ChecklistContent> items);

    /** Keeps what is done of a record that is over, and takes the due days from the rest: nobody is reminded of it. */
    void end(String kind, UUID subject);

    /** Moves the items of a record that are not done and were due on a day of the record to its new day. */
    void move(String kind, UUID subject, LocalDate from, LocalDate to);

    /** The number of items that are not done. */
    int countOpen(String kind, UUID subject);

    /** The labels of the items that are not done, by record, in one query; records without one are left out. */
    Map<UUID, List<String>> findOpen(String kind, Collection<UUID> subjects);

    /** The checklist as a part of the record's page. */
    ChecklistPart part(String kind, UUID subject, boolean mayEdit, Words t);

    /**
     * What an item asks for.
     *
     * @param label 1 to 300 characters
     * @param owner the person in charge; {@code null} for none yet
     * @param code the fact of the record that completes it; {@code null} if people do
     * @param needsProof whether a sentence or a file must prove it
     * @param shared the point that the records of a group have in common ({@link ChecklistSubject#members()});
     *     {@code null} for none
     */
    record ChecklistContent(
            String label,
            @Nullable PersonId owner,
            @Nullable LocalDate dueOn,
            @Nullable String code,
            boolean needsProof,
            @Nullable String shared) {

        /** An item that people complete, with a proof. */
        public ChecklistContent(String label, @Nullable PersonId owner, @Nullable LocalDate dueOn) {
            this(label, owner, dueOn, null, true, null);
        }
    }
}
