package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.PlanSections.Objective;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Prose;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/**
 * The board's progress note: the summary, the requested decisions, each line with content, and the capacity ahead.
 * Lines without content are named together, so that silence is visible and takes no room.
 */
final class NoteChapters implements Chapters {

    @Override
    public List<Section> whole(Contents contents, Words t, PaperMaker.Pictures pictures) {
        return overview(contents, t);
    }

    @Override
    public List<Section> overview(Contents contents, Words t) {
        LineBlocks lines = new LineBlocks(contents, t);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(t.say("report.section.essential"), essential(contents, t)));
        sections.add(Section.of(t.say("report.section.decisions"), decisions(contents, t)));
        List<Section> objectives = PlanSections.of(contents, t, lines::of, objective -> together(objective, t));
        if (!objectives.isEmpty()) {
            sections.add(new Section(t.say("report.note.lines"), List.of(), objectives));
        }
        sections.add(new AheadChapter(contents, t).section());
        return sections;
    }

    private static List<Block> essential(Contents contents, Words t) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Essential(contents, t).paragraph());
        blocks.addAll(Prose.of(text(contents, SectionRef.ESSENTIAL)));
        if (!contents.head().states().isEmpty()) {
            blocks.add(new Block.Chart(YearChapter.states(contents, t)));
        }
        return blocks;
    }

    private static List<Block> decisions(Contents contents, Words t) {
        List<String> asked = Decisions.in(contents);
        return List.of(
                asked.isEmpty()
                        ? new Block.Note(Inline.of(t.say("report.note.decisions.none")))
                        : new Block.Items(
                                true,
                                asked.stream()
                                        .map(each -> List.of(Block.text(each)))
                                        .toList()));
    }

    /** An objective with its means below each other, without headings for means: the paper is short. */
    private static Section together(Objective objective, Words t) {
        List<Block> blocks = new ArrayList<>(objective.own());
        objective.means().forEach(means -> blocks.addAll(LineBlocks.named(means)));
        if (!objective.silent().isEmpty()) {
            blocks.add(silent(objective.silent(), t));
        }
        return Section.of(objective.heading(), blocks);
    }

    private static Block silent(List<Part> silent, Words t) {
        String which = silent.stream().map(part -> PartHeadings.of(part, t)).collect(Collectors.joining(" · "));
        return new Block.Paragraph(
                List.of(new Inline.Emphasis(Inline.of(t.say("report.note.silent", silent.size(), which)))));
    }

    private static String text(Contents contents, SectionRef ref) {
        return contents.part(ref).map(Part::text).orElse("");
    }
}
