package org.convergence.plan.checklist.web;

import java.time.LocalDate;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form of an item, and that of its proof.
 *
 * @param about the record
 * @param complete address that completes it; {@code null} for a new or a computed one
 * @param reopen address that opens it again; {@code null} while it is open
 * @param help address at which help is asked for; {@code null} once it is done, or is computed
 */
public record ChecklistItemPage(
        String about,
        @Nullable String label,
        String record,
        String action,
        @Nullable String complete,
        @Nullable String reopen,
        @Nullable String help,
        Form form,
        Form proof,
        ChooserField owner) {

    public static final Field<String> LABEL = Field.text("label", "checklist.field.label", 300);
    public static final Field<LocalDate> DUE_ON =
            Field.date("dueOn", "checklist.field.due_on").optional();
    static final int LONGEST_PROOF = 500;

    public static final Field<String> PROOF =
            Field.text("proof", "checklist.field.proof", LONGEST_PROOF).optional();
}
