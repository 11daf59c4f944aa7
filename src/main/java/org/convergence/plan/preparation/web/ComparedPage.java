package org.convergence.plan.preparation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next plan beside this one.
 *
 * @param sheet the address of the sheet on which it was prepared
 * @param counts how many lines became what
 * @param files the same as files
 * @param handIn where it is put in the papers of a meeting; {@code null} for whoever may not, or once it is adopted
 */
public record ComparedPage(
        String plan,
        String sheet,
        String next,
        String nextUrl,
        String counts,
        List<Part> parts,
        List<SheetPage.Link> files,
        @Nullable String handIn) {

    /** Lines of which the same became. */
    public record Part(String title, String count, boolean both, List<Row> rows) {}

    /** A line: under what it stands, how it was, how it is. */
    public record Row(
            String place, @Nullable String before, @Nullable String after) {

        /** The one text of a line that has one. */
        public String text() {
            String text = after == null ? before : after;
            return text == null ? "" : text;
        }
    }
}
