package org.convergence.plan.report.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The realisations behind a figure.
 *
 * @param counted what is counted, the title of the last column; {@code null} for the realisations themselves
 * @param total the figure, formatted
 * @param sum the sum of the column; {@code null} if organisations occur in several
 * @param asOf the day of the data, formatted; {@code null} for a drafted report
 * @param leftOut those left out of the report
 */
public record EvidencePage(
        ReportFrame frame,
        String title,
        String explained,
        @Nullable String counted,
        String total,
        @Nullable String sum,
        List<EvidenceRow> rows,
        @Nullable String asOf,
        List<LeftOutRow> leftOut) {

    /**
     * A realisation.
     *
     * @param amount its share of the figure; {@code null} if the figure counts the realisations
     * @param leaveOut address to leave it out of the report, {@code null} without permission
     */
    public record EvidenceRow(
            String day,
            String title,
            String url,
            String detail,
            String lines,
            @Nullable String amount,
            @Nullable String leaveOut) {}

    /** A realisation that is left out, and why. */
    public record LeftOutRow(
            String title, String reason, @Nullable String putBack) {}
}
