package org.convergence.plan.report.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The realisations behind a figure.
 *
 * @param counted what is counted, the title of the last column; {@code null} where it is the realisations themselves
 * @param total the figure, in words
 * @param sum what the column adds up to; {@code null} where organisations come back in several
 * @param asOf as of which day, in words; {@code null} for a report that is drafted
 * @param leftOut those that the report does not tell
 */
public record EvidencePage(
        ReportFrame frame,
        String title,
        String explained,
        @Nullable String counted,
        String total,
        @Nullable String sum,
        List<Row> rows,
        @Nullable String asOf,
        List<LeftOut> leftOut) {

    /**
     * A realisation.
     *
     * @param amount how much it adds to the figure; {@code null} where the figure counts the realisations
     * @param leaveOut where it is left out of the report, {@code null} for who may not
     */
    public record Row(
            String day,
            String title,
            String url,
            String detail,
            String lines,
            @Nullable String amount,
            @Nullable String leaveOut) {}

    /** One that is not told, and why. */
    public record LeftOut(
            String title, String reason, @Nullable String putBack) {}
}
