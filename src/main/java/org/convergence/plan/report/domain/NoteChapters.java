package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.PlanLineSections.ObjectiveBlocks;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.platform.rendering.Block;
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
                PlanLineSections.assemble(contents, t, lines::blocks, objective -> together(objective, t));
        if (!objectives.isEmpty()) {
            sections.add(new Section(t.say("report.note.lines"), List.of(), objectives));
        }
        sections.add(new CapacityChapter(contents, t).section());
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
}
