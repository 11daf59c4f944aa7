package org.convergence.plan.preparation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A line of the sheet.
 *
 * @param sheet the address of the sheet
 * @param part whether it is a sub-action
 * @param happened what happened, in words
 * @param cost hours against size, in words
 * @param who answers for it, and whether she is still there, in words
 * @param proposal what is proposed, in a word
 * @param reason why it is proposed
 * @param becomes what was decided, in a word; {@code null} as long as nothing was
 * @param unit what its target counts, {@code null} where it has none that could be another
 * @param conflict what somebody else decided meanwhile
 * @param saved whether it was kept just now
 * @param counts of the whole sheet, where the line alone is sent back
 */
public record SheetRow(
        String sheet,
        UUID id,
        String title,
        boolean part,
        String happened,
        String cost,
        @Nullable String who,
        String proposal,
        String reason,
        @Nullable String becomes,
        @Nullable String unit,
        Form form,
        List<Option> choices,
        boolean decides,
        @Nullable String conflict,
        boolean saved,
        @Nullable String counts) {

    /** The name under which a field is sent. */
    public String name(String field) {
        return field + "." + id;
    }

    /** Where the line alone is sent. */
    public String url() {
        return sheet + "/line/" + id;
    }

    /** The address of the action. */
    public String lineUrl() {
        return "/plan/actionplan/action/" + id;
    }
}
