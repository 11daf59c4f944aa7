package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.plan.report.web.ReportFrame.ReportLink;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * A section of a report.
 *
 * @param url its address
 * @param lacks its lacks, each linked to its correction
 * @param text the rendered text; {@code null} if the form shows it
 * @param form {@code null} without permission to write
 * @param most maximum number of characters
 * @param optional whether it may stay without a text
 * @param earlier the text of the previous report
 * @param figures {@code null} if it has none
 * @param photographs those that the report shows under it
 * @param before the previous section
 * @param after the next section
 */
public record ReportSectionPage(
        ReportFrame frame,
        String url,
        String heading,
        String instruction,
        List<ReportLink> lacks,
        @Nullable SafeHtml text,
        @Nullable Form form,
        @Nullable Conflict conflict,
        int most,
        boolean optional,
        @Nullable EarlierSectionText earlier,
        @Nullable FigureCard figures,
        List<SectionPhoto> photographs,
        ReportActions gestures,
        @Nullable ReportLink before,
        @Nullable ReportLink after,
        @Nullable ChangeHistory history) {

    /**
     * An earlier text.
     *
     * @param from the report, and the line's name there
     * @param take the address that reuses it
     */
    public record EarlierSectionText(String from, SafeHtml text, String take) {}

    /** A photograph, with the realisation that it shows. */
    public record SectionPhoto(String thumbnail, String alternative, String url) {}

    /**
     * The figures of a section.
     *
     * @param participations large; {@code null} if none were counted
     * @param who participations by gender, without zeros
     * @param others realisations, organisations, hours, copies, each linked to its evidence
     * @param evidence number of realisations behind them
     * @param right whether they were confirmed and are unchanged
     * @param gestures base address to confirm or doubt them; {@code null} without permission
     */
    public record FigureCard(
            @Nullable ReportLink participations,
            List<GenderFigure> who,
            List<ReportLink> others,
            ReportLink evidence,
            List<GoalRow> goals,
            boolean right,
            @Nullable String gestures) {}

    /** Participations of one gender, with their share of the total. */
    public record GenderFigure(String words, String url, List<BarSegment> bar) {}

    /**
     * A target.
     *
     * @param reached links to its evidence
     * @param gap {@code null} for a deliverable
     * @param tone whether it was reached
     * @param explain where the gap is explained, {@code null} without permission or without a gap
     */
    public record GoalRow(
            String action,
            String target,
            ReportLink reached,
            @Nullable String gap,
            Tone tone,
            String explanation,
            @Nullable String explain) {}
}
