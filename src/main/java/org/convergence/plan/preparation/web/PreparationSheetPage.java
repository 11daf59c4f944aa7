package org.convergence.plan.preparation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
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
     * The confirmation page before the next plan is created.
     *
     * @param sheet the address of the sheet
     * @param counts number of lines by outcome
     * @param leaving a warning about leaving responsible people, {@code null} if there are none
     */
    public record NextPlanConfirmationPage(
            String plan,
            String sheet,
            String counts,
            @Nullable String leaving,
            Form form) {}

    /** A label with its address. */
    public record SheetLink(String label, String url) {}

    /** An objective. */
    public record SheetObjective(String title, List<SheetMeans> groups) {}

    /** A means with its lines. */
    public record SheetMeans(String title, List<SheetRow> rows) {}
}
