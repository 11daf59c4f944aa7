package org.convergence.plan.preparation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The next plan compared with this one.
 *
 * @param sheet the address of the sheet on which it was prepared
 * @param counts number of lines by outcome
 * @param files links to the comparison as files
 * @param handIn where it is put in the papers of a meeting; {@code null} without the permission, or once it is adopted
 */
public record PlanComparisonPage(
        String plan,
        String sheet,
        String next,
        String nextUrl,
        String counts,
        List<OutcomePart> parts,
        List<PreparationSheetPage.SheetLink> files,
        @Nullable String handIn) {

    /**
     * The form that chooses the meeting in whose papers the comparison is put.
     *
     * @param adoption the decision requested with it
     * @param back the address of the comparison
     * @param meetings upcoming meetings
     */
    public record ComparedHandInPage(String title, String adoption, String back, Form form, List<Option> meetings) {}

    /** Lines with the same outcome. */
    public record OutcomePart(String title, boolean both, List<OutcomeRow> rows) {}

    /** A line: the line above it, its former and its new text. */
    public record OutcomeRow(
            String place, @Nullable String before, @Nullable String after) {

        /** The only text of a new or withdrawn line. */
        public String text() {
            String text = after == null ? before : after;
            return text == null ? "" : text;
        }
    }
}
