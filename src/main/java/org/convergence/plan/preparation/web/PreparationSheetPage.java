package org.convergence.plan.preparation.web;

import java.util.List;
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

    /** A label with its address. */
    public record SheetLink(String label, String url) {}

    /** An objective. */
    public record SheetObjective(String title, List<SheetMeans> groups) {}

    /** A means with its lines. */
    public record SheetMeans(String title, List<SheetRow> rows) {}
}
