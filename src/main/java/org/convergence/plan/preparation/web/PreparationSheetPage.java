package org.convergence.plan.preparation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The sheet on which the next plan is prepared.
 *
 * @param url of the sheet
 * @param counts number of lines by outcome, in words
 * @param acceptable number of proposals that can be accepted together
 * @param decides whether the current user may decide, while the next plan is not created
 * @param made the next plan, once it is created
 */
public record PreparationSheetPage(
        String plan,
        String planUrl,
        String url,
        String counts,
        int acceptable,
        boolean decides,
        @Nullable SheetLink made,
        List<SheetObjective> parts) {

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

    /**
     * The confirmation page before the next plan is created.
     *
     * @param sheet the address of the sheet
     * @param counts number of lines by outcome
     * @param leaving a warning about leaving responsible people, {@code null} if there are none
     */
    public record NextPlanConfirmationPage(
            String sheet, String counts, @Nullable String leaving, Form form) {}

    /** A label with its address. */
    public record SheetLink(String label, String url) {}

    /** An objective. */
    public record SheetObjective(String title, List<SheetMeans> groups) {}

    /** A means with its lines. */
    public record SheetMeans(String title, List<SheetRow> rows) {}
}
