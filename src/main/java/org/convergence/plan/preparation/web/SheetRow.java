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
 * @param happened its results, in words
 * @param cost hours against size, in words
 * @param who the responsible person, and whether the person leaves, in words
 * @param proposal the proposal, in a word
 * @param reason why it is proposed
 * @param becomes the decision, in a word; {@code null} if there is none yet
 * @param unit what its target counts, {@code null} if it has none that can be changed
 * @param conflict the decision stored meanwhile by another user
 * @param saved whether it was just saved
 * @param counts of the whole sheet, if only this row is returned
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

    /** The form field name. */
    public String name(String field) {
        return field + "." + id;
    }

    /** Where the single line is sent. */
    public String url() {
        return sheet + "/line/" + id;
    }

    /** The address of the action. */
    public String lineUrl() {
        return "/plan/actionplan/action/" + id;
    }
}
