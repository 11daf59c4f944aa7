package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.plan.report.web.ReportFrame.Link;
import org.convergence.platform.audit.History;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Segment;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * A section of a report.
 *
 * @param url its address
 * @param lacks what is missing of it, each leading to where it is put right
 * @param text what is read; {@code null} where the form shows it
 * @param form {@code null} for who may not write it
 * @param most the most characters
 * @param optional whether it may stay without a text
 * @param earlier what the report before said of it
 * @param figures {@code null} where it has none
 * @param photographs those that the report shows under it
 * @param before the section before it
 * @param after the section after it
 */
public record SectionPage(
        ReportFrame frame,
        String url,
        String heading,
        String instruction,
        List<Link> lacks,
        @Nullable SafeHtml text,
        @Nullable Form form,
        @Nullable Conflict conflict,
        int most,
        boolean optional,
        @Nullable Earlier earlier,
        @Nullable FigureCard figures,
        List<Picture> photographs,
        Gestures gestures,
        @Nullable Link before,
        @Nullable Link after,
        @Nullable History history) {

    /**
     * An earlier text.
     *
     * @param from the report, and how the line was called there
     * @param take the gesture that takes it up again
     */
    public record Earlier(String from, SafeHtml text, String take) {}

    /** A photograph, with the realisation that it shows. */
    public record Picture(String thumbnail, String alternative, String url) {}

    /**
     * The figures of a section.
     *
     * @param participations large; {@code null} where nobody was counted
     * @param who participations by gender, those of none left out
     * @param others realisations, organisations, hours, copies: each leads to its evidence
     * @param evidence how many realisations stand behind them
     * @param right whether someone found them right as they are
     * @param gestures addresses below which they are found right or doubted; {@code null} for who may not
     */
    public record FigureCard(
            @Nullable Link participations,
            List<Gender> who,
            List<Link> others,
            Link evidence,
            List<GoalRow> goals,
            boolean right,
            @Nullable String gestures) {}

    /** Participations of one gender, beside the whole. */
    public record Gender(String words, String url, List<Segment> bar) {}

    /**
     * A target.
     *
     * @param reached leads to its evidence
     * @param gap {@code null} for a thing to hand over
     * @param tone whether it was reached
     * @param explain where the gap is explained, {@code null} for who may not or where there is none
     */
    public record GoalRow(
            String action,
            String target,
            Link reached,
            @Nullable String gap,
            Tone tone,
            String explanation,
            @Nullable String explain) {}
}
