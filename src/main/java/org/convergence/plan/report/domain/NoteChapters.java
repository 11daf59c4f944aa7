package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportPaperAssembler.ObjectiveBlocks;
import org.convergence.plan.report.domain.ReportPaperAssembler.ReportChapters;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.chart.LoadChart;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/**
 * The board's progress note: the summary, the requested decisions, each line with content, and the capacity ahead.
 * Lines without content are named together, so that silence is visible and takes no room.
 */
final class NoteChapters implements ReportChapters {

    @Override
    public List<Section> allSections(ReportContents contents, Words t, ReportPaperAssembler.PictureSource pictures) {
        return overview(contents, t);
    }

    @Override
    public List<Section> overview(ReportContents contents, Words t) {
        LineBlocks lines = new LineBlocks(contents, t);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(t.say("report.section.essential"), essential(contents, t)));
        sections.add(Section.of(t.say("report.section.decisions"), decisions(contents, t)));
        List<Section> objectives =
                ReportPaperAssembler.lineSections(contents, t, lines::blocks, objective -> together(objective, t));
        if (!objectives.isEmpty()) {
            sections.add(new Section(t.say("report.note.lines"), List.of(), objectives));
        }
        if (!contents.ahead().isEmpty()) {
            sections.add(new CapacityChapter(contents, t).section());
        }
        return sections;
    }

    private static List<Block> essential(ReportContents contents, Words t) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new BoardSummary(contents, t).paragraph());
        blocks.addAll(MarkdownBlocks.parse(text(contents, SectionRef.ESSENTIAL)));
        if (!contents.head().states().isEmpty()) {
            blocks.add(new Block.Chart(YearChapter.states(contents, t)));
        }
        return blocks;
    }

    private static List<Block> decisions(ReportContents contents, Words t) {
        List<String> asked = RequestedDecisions.extract(contents);
        return List.of(
                asked.isEmpty()
                        ? new Block.Note(Inline.of(t.say("report.note.decisions.none")))
                        : new Block.ItemList(
                                true,
                                asked.stream()
                                        .map(each -> List.of(Block.text(each)))
                                        .toList()));
    }

    /** An objective with its means below each other, without headings for means: the paper is short. */
    private static Section together(ObjectiveBlocks objective, Words t) {
        List<Block> blocks = new ArrayList<>(objective.own());
        objective.means().forEach(means -> blocks.addAll(LineBlocks.withInlineHeading(means)));
        if (!objective.silent().isEmpty()) {
            blocks.add(silent(objective.silent(), t));
        }
        return Section.of(objective.heading(), blocks);
    }

    private static Block silent(List<ReportPart> silent, Words t) {
        String which = silent.stream()
                .map(part -> PartHeadingFormatter.format(part, t))
                .collect(Collectors.joining(" · "));
        return new Block.Paragraph(
                List.of(new Inline.Emphasis(Inline.of(t.say("report.note.silent", silent.size(), which)))));
    }

    private static String text(ReportContents contents, SectionRef ref) {
        return contents.part(ref).map(ReportPart::text).orElse("");
    }

    /** The remaining capacity of the team: hours promised against hours available, by month. Names no person. */
    record CapacityChapter(ReportContents contents, Words t) {

        /** The current month, and six whole ones. */
        static final int MONTHS = 7;

        /** Whether the capacity of the team is unknown: no contract is stored. */
        static boolean isUnknown(List<MonthAhead> months) {
            return months.stream().allMatch(month -> month.available().signum() == 0);
        }

        Section section() {
            List<MonthAhead> months = contents.ahead();
            String heading = t.say("report.note.ahead");
            if (isUnknown(months)) {
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
}
