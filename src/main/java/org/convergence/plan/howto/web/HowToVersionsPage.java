package org.convergence.plan.howto.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a how-to, and one of them compared with the current one.
 *
 * @param first address of the latest ones; {@code null} if these are they
 * @param next address of the earlier ones; {@code null} if there are none
 * @param compared {@code null} if none is chosen
 */
public record HowToVersionsPage(
        String title,
        String url,
        List<HowToVersionRow> rows,
        @Nullable String first,
        @Nullable String next,
        @Nullable HowToVersionComparison compared) {

    /** A version. */
    public record HowToVersionRow(int version, String url, String when, String who, boolean current) {}

    /** Two versions beside each other. */
    public record HowToVersionComparison(String heading, List<HowToVersionLine> before, List<HowToVersionLine> now) {}

    /**
     * A line of a version.
     *
     * @param apart whether the other one does not contain it
     */
    public record HowToVersionLine(String text, boolean apart) {}
}
