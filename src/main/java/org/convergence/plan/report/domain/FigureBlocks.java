package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.report.domain.EvidenceFilter.FigureMeasure;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Figures as blocks of a paper, each linked to the realisations behind it. */
record FigureBlocks(ReportContents contents, Words t) {

    /** The totals, large; unknown ones are left out. */
    Block totals(RealisationFigures all) {
        List<Block.Figure> figures = new ArrayList<>();
        figures.add(figure(all.realisations(), "report.figure.realisations", FigureMeasure.REALISATIONS));
        add(figures, all.participations().total(), "report.figure.participations", FigureMeasure.PARTICIPATIONS);
        add(figures, all.organisations(), "report.figure.organisations", FigureMeasure.ORGANISATIONS);
        BigDecimal sheets = contents.sheetHours();
        BigDecimal hours = all.hours().add(sheets);
        if (hours.signum() > 0) {
            figures.add(new Block.Figure(
                    t.hours(hours),
                    sheets.signum() == 0
                            ? t.say("report.figure.hours")
                            : t.say("report.figure.hours.sheets", t.hours(all.hours()), t.hours(sheets)),
                    all.hours().signum() == 0 ? List.of() : evidence(EvidenceFilter.of(null, FigureMeasure.HOURS))));
        }
        add(figures, all.copies(), "report.figure.copies", FigureMeasure.COPIES);
        return new Block.Figures(figures);
    }

    /** « 18 réalisations, 1 318 participations (824 femmes, …), 12 organisations », in one line. */
    Block line(@Nullable UUID line, List<ReportFact> facts) {
        return new Block.Paragraph(inline(line, facts, true));
    }

    /** The hours of a line that are in time sheets only. */
    Optional<Block> sheetHours(ReportPart part) {
        return Optional.ofNullable(part.sheetHours())
                .map(hours -> Block.text(t.say("report.count.sheet-hours", t.hours(hours))));
    }

    /**
     * The figures as part of a line of text.
     *
     * @param who whether it includes the distribution by gender
     */
    List<Inline> inline(@Nullable UUID line, List<ReportFact> facts, boolean who) {
        RealisationFigures all = FigureCounter.count(facts);
        List<Inline> parts = new ArrayList<>();
        parts.add(new Inline.Strong(List.of(link(
                EvidenceFilter.of(line, FigureMeasure.REALISATIONS),
                t.say("report.count.realisations", all.realisations())))));
        if (all.participations().total() > 0) {
            parts.add(new Inline.InlineText(", "));
            parts.add(link(
                    EvidenceFilter.of(line, FigureMeasure.PARTICIPATIONS),
                    t.say("report.count.participations", all.participations().total())));
            parts.add(new Inline.InlineText(who ? FigureFormatter.genders(all, t) : ""));
        }
        if (all.organisations() > 0) {
            parts.add(new Inline.InlineText(", "));
            parts.add(link(
                    EvidenceFilter.of(line, FigureMeasure.ORGANISATIONS),
                    t.say("report.count.organisations", all.organisations())));
        }
        if (all.copies() > 0) {
            parts.add(new Inline.InlineText(", "));
            parts.add(link(EvidenceFilter.of(line, FigureMeasure.COPIES), t.say("report.count.copies", all.copies())));
        }
        return parts;
    }

    /** Target, progress, and the explanation of the gap. */
    Block goals(ReportPart part) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TargetProgress goal : part.goals()) {
            rows.add(List.of(
                    Cell.of(goal.label()),
                    Cell.of(FigureFormatter.target(goal, t), goal.number()),
                    Cell.of(FigureFormatter.formatReached(goal, t), goal.reached()),
                    goal.measure() == TargetMeasure.DELIVERABLE
                            ? Cell.of("")
                            : Cell.of(FigureFormatter.gap(goal, t), goal.gap()),
                    Cell.of(goal.explanation())));
        }
        return new Block.Table(
                        t.say("report.paper.goals"),
                        List.of(
                                Column.words(t.say("report.goal.action")),
                                Column.figures(t.say("report.goal.target")),
                                Column.figures(t.say("report.goal.reached")),
                                Column.figures(t.say("report.goal.gap")),
                                Column.words(t.say("report.goal.explanation"))),
                        rows)
                .withoutEmptyColumns();
    }

    /**
     * A table of realisations and participations by key, with the total, in which each counts once.
     *
     * @param labels of the keys, in order
     * @param behind the choice behind the figures of a key
     */
    <K> Block table(
            String caption,
            String column,
            Map<K, String> labels,
            Map<K, RealisationFigures> figures,
            Function<K, UnaryOperator<EvidenceFilter>> behind) {
        List<List<Cell>> rows = new ArrayList<>();
        labels.forEach((key, label) ->
                rows.add(row(Inline.of(label), figures.getOrDefault(key, RealisationFigures.NONE), behind.apply(key))));
        List<Inline> whole = List.of(new Inline.Strong(Inline.of(t.say("report.paper.whole"))));
        rows.add(row(whole, FigureCounter.count(contents.facts()), UnaryOperator.identity()));
        return new Block.Table(
                caption,
                List.of(
                        Column.words(column),
                        Column.figures(t.say("report.figure.realisations.title")),
                        Column.figures(t.say("report.figure.participations.title"))),
                rows);
    }

    private List<Cell> row(List<Inline> label, RealisationFigures figures, UnaryOperator<EvidenceFilter> behind) {
        return List.of(
                new Cell(label, Inline.text(label)),
                cell(figures.realisations(), behind.apply(EvidenceFilter.of(null, FigureMeasure.REALISATIONS))),
                cell(
                        figures.participations().total(),
                        behind.apply(EvidenceFilter.of(null, FigureMeasure.PARTICIPATIONS))));
    }

    private Cell cell(long number, EvidenceFilter behind) {
        return new Cell(number == 0 ? Inline.of(t.number(0)) : List.of(link(behind, t.number(number))), number);
    }

    private void add(List<Block.Figure> figures, long number, String key, FigureMeasure counted) {
        if (number > 0) {
            figures.add(figure(number, key, counted));
        }
    }

    private Block.Figure figure(long number, String key, FigureMeasure counted) {
        return new Block.Figure(t.number(number), t.say(key, number), evidence(EvidenceFilter.of(null, counted)));
    }

    private List<Inline> evidence(EvidenceFilter choice) {
        int behind = choice.filter(contents.facts()).size();
        return List.of(link(
                choice,
                choice.counted() == FigureMeasure.REALISATIONS
                        ? t.say("report.evidence.each")
                        : t.say("report.evidence.behind", behind)));
    }

    private Inline link(EvidenceFilter choice, String words) {
        String address = EvidenceFilter.address(contents.head().id(), choice);
        return address.isEmpty() ? new Inline.InlineText(words) : Inline.link(address, words);
    }
}
