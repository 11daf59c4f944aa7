package org.convergence.plan.report.domain;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.chart.BarChart;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.ColumnChart;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.chart.ShareBar;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** The year in figures: realisations, participants, months, kinds, and the states of the plan. */
public final class YearChapter {

    private static final int MOST_MONTHS = 24;

    private final ReportContents contents;
    private final Words t;
    private final FigureBlocks blocks;
    private final RealisationFigures all;

    YearChapter(ReportContents contents, Words t, FigureBlocks blocks) {
        this.contents = contents;
        this.t = t;
        this.blocks = blocks;
        this.all = FigureCounter.count(contents.facts());
    }

    Section section() {
        List<Block> made = new ArrayList<>();
        made.add(blocks.totals(all));
        if (all.participations().isStated()) {
            made.add(new Block.Chart(gender(all, t)));
        }
        if (all.uncounted() > 0 && all.uncounted() < all.realisations()) {
            made.add(new Block.Note(Inline.of(t.say("report.paper.uncounted", all.uncounted()))));
        }
        if (!contents.head().states().isEmpty()) {
            made.add(new Block.Chart(states(contents, t)));
        }
        months(contents, t).ifPresent(chart -> made.add(new Block.Chart(chart)));
        if (all.realisations() > 0) {
            made.add(kinds());
        }
        return Section.of(t.say("report.paper.year"), made);
    }

    /** Participations by stated gender. */
    public static Drawing gender(RealisationFigures all, Words t) {
        RealisationFigures.GenderCounts who = all.participations();
        return new BarChart(
                        t.say("report.chart.gender"),
                        t.say("report.figure.participations.title"),
                        Stream.of(
                                        new BarChart.Bar(t.say("report.gender.women"), who.women(), ChartTone.RED),
                                        new BarChart.Bar(t.say("report.gender.men"), who.men(), ChartTone.BLUE),
                                        new BarChart.Bar(t.say("report.gender.other"), who.other(), ChartTone.GREEN),
                                        new BarChart.Bar(
                                                t.say("report.gender.not-stated"), who.notStated(), ChartTone.MUTED))
                                .toList())
                .draw(t);
    }

    /** Realisations by month; empty for a period of more than two years, or without any. */
    public static Optional<Drawing> months(ReportContents contents, Words t) {
        YearMonth first = YearMonth.from(contents.head().from());
        int months = (int) ChronoUnit.MONTHS.between(
                        first, YearMonth.from(contents.head().to()))
                + 1;
        if (contents.facts().isEmpty() || months > MOST_MONTHS || months < 2) {
            return Optional.empty();
        }
        Map<YearMonth, Long> values = new HashMap<>();
        contents.facts().forEach(fact -> values.merge(YearMonth.from(fact.to()), 1L, Long::sum));
        return Optional.of(new ColumnChart(
                        t.say("report.chart.months"), t.say("report.figure.realisations.title"), first, months, values)
                .draw(t));
    }

    /** The number of actions of the plan by state. */
    public static Drawing states(ReportContents contents, Words t) {
        List<ShareBar.Share> shares = new ArrayList<>();
        for (ActionState state : ActionState.values()) {
            int number = contents.head().states().getOrDefault(state, 0);
            shares.add(new ShareBar.Share(
                    t.say("actionplan.count." + state.name(), number),
                    t.say("actionplan.state." + state.name()),
                    number,
                    tone(state)));
        }
        return new ShareBar(t.say("report.chart.states", contents.head().statesOn()), shares).draw(t);
    }

    private static ChartTone tone(ActionState state) {
        return switch (state) {
            case DONE -> ChartTone.GREEN;
            case UNDER_WAY -> ChartTone.BLUE;
            case TO_COME -> ChartTone.PALE;
            case LATE -> ChartTone.RED;
            case POSTPONED -> ChartTone.AMBER;
            case NO_REQUEST, DROPPED -> ChartTone.MUTED;
        };
    }

    private Block kinds() {
        Map<RealisationKind, RealisationFigures> figures =
                FigureCounter.countBy(contents.facts(), fact -> List.of(fact.kind()));
        Map<RealisationKind, String> labels = new LinkedHashMap<>();
        figures.keySet().forEach(kind -> labels.put(kind, t.say(kind.key())));
        return blocks.table(
                t.say("report.paper.kinds"),
                t.say("report.paper.kind"),
                labels,
                figures,
                kind -> choice -> choice.of(List.of(kind)));
    }
}
