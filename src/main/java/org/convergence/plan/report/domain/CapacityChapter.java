package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.chart.LoadChart;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** The remaining capacity of the team: hours promised against hours available, by month. Names no person. */
final class CapacityChapter {

    /** The current month, and six whole ones. */
    static final int MONTHS = 7;

    private final ReportContents contents;
    private final Words t;

    CapacityChapter(ReportContents contents, Words t) {
        this.contents = contents;
        this.t = t;
    }

    /** Whether the capacity of the team is unknown: no contract is stored. */
    static boolean isUnknown(List<MonthAhead> months) {
        return months.stream().allMatch(month -> month.available().signum() == 0);
    }

    Section section() {
        List<MonthAhead> months = contents.ahead();
        String heading = t.say("report.note.ahead");
        if (months.isEmpty() || isUnknown(months)) {
            return Section.of(heading, List.of(new Block.Note(Inline.of(t.say("report.note.hours.unknown")))));
        }
        int over = (int) months.stream().filter(CapacityChapter::isOver).count();
        return Section.of(
                heading,
                List.of(
                        new Block.Chart(drawing(months)),
                        Block.text(t.say("report.note.ahead.over", over, months.size())),
                        table(months),
                        new Block.Note(Inline.of(t.say("report.note.ahead.method")))));
    }

    private static boolean isOver(MonthAhead month) {
        return month.promised().compareTo(month.available()) > 0;
    }

    private Drawing drawing(List<MonthAhead> months) {
        return new LoadChart(
                        t.say("report.note.ahead.chart"),
                        List.of(
                                new LoadChart.LoadPart(t.say("report.note.ahead.firm"), ChartTone.GREEN),
                                new LoadChart.LoadPart(t.say("report.note.ahead.other"), ChartTone.PALE)),
                        t.say("report.note.ahead.available"),
                        months.get(0).month(),
                        months.stream()
                                .map(month -> new LoadChart.LoadMonth(
                                        List.of(
                                                rounded(month.firm()),
                                                rounded(month.promised()) - rounded(month.firm())),
                                        rounded(month.available())))
                                .toList())
                .draw(t);
    }

    private Block table(List<MonthAhead> months) {
        return new Block.Table(
                t.say("report.note.ahead.table"),
                List.of(
                        Column.words(t.say("report.note.ahead.month")),
                        Column.figures(t.say("report.note.ahead.available")),
                        Column.figures(t.say("report.note.ahead.firm")),
                        Column.figures(t.say("report.note.ahead.promised")),
                        Column.figures(t.say("report.note.ahead.left"))),
                months.stream()
                        .map(month -> List.of(
                                Cell.of(t.capital(t.month(month.month()))),
                                hours(month.available()),
                                hours(month.firm()),
                                hours(month.promised()),
                                left(rounded(month.available()) - rounded(month.promised()))))
                        .toList());
    }

    private Cell hours(BigDecimal hours) {
        return Cell.of(t.hours(BigDecimal.valueOf(rounded(hours))), rounded(hours));
    }

    private Cell left(long hours) {
        return Cell.of(t.difference(hours), hours);
    }

    private static long rounded(BigDecimal hours) {
        return hours.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
