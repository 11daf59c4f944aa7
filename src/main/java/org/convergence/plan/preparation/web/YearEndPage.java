package org.convergence.plan.preparation.web;

import java.util.List;
import org.convergence.plan.preparation.web.PreparationSheetPage.SheetLink;
import org.jspecify.annotations.Nullable;

/**
 * What is missing before a year can be accounted for.
 *
 * @param lead how much is missing, in words
 * @param heading how many actions are neither done nor explained, in words
 * @param report the annual report, to be written or filed; {@code null} once it is filed
 */
public record YearEndPage(
        String plan,
        String planUrl,
        String lead,
        boolean settled,
        @Nullable String heading,
        SetAsideRows silent,
        List<MissingSection> sections,
        @Nullable SheetLink report) {

    /**
     * The things that one module misses.
     *
     * @param more how many are not listed, in words; {@code null} if all are
     */
    public record MissingSection(
            String heading, List<MissingRow> rows, @Nullable String more, String list) {}

    /** A thing to settle. */
    public record MissingRow(String when, String title, String url) {}
}
