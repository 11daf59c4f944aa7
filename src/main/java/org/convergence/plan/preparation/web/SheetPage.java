package org.convergence.plan.preparation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sheet on which the next plan is prepared.
 *
 * @param url of the sheet
 * @param counts how many lines become what, in words
 * @param acceptable how many proposals could be accepted together
 * @param decides whether this person may decide, as long as the next plan is not made
 * @param made the next plan, once it is made
 */
public record SheetPage(
        String plan,
        String planUrl,
        String url,
        String counts,
        int acceptable,
        boolean decides,
        @Nullable Link made,
        List<Part> parts) {

    /** Words that lead somewhere. */
    public record Link(String label, String url) {}

    /** An objective. */
    public record Part(String title, List<Group> groups) {}

    /** A means with its lines. */
    public record Group(String title, List<SheetRow> rows) {}
}
