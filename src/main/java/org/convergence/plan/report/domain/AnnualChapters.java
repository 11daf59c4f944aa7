package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Prose;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/**
 * The annual report: a foreword, the year in figures, each line with its text, places, partners, and all realisations.
 */
final class AnnualChapters implements Chapters {

    @Override
    public List<Section> whole(Contents contents, Words t, PaperMaker.Pictures pictures) {
        FigureBlocks figures = new FigureBlocks(contents, t);
        List<Section> sections = new ArrayList<>();
        end(contents, SectionRef.FOREWORD, t, sections);
        sections.add(new YearChapter(contents, t, figures).section());
        sections.addAll(PlanSections.of(
                contents,
                t,
                part -> tells(contents, part) ? told(contents, part, figures, pictures, t) : List.of(),
                objective -> new Section(objective.heading(), objective.own(), objective.means())));
        sections.addAll(new PlaceChapter(contents, t, figures).sections());
        sections.addAll(new PartnerChapter(contents, t).sections());
        end(contents, SectionRef.CLOSING, t, sections);
        sections.addAll(new AnnexChapter(contents, t).sections());
        return sections;
    }

    /** Its figures alone: the year, places and partners; each links to its evidence. */
    @Override
    public List<Section> overview(Contents contents, Words t) {
        FigureBlocks figures = new FigureBlocks(contents, t);
        List<Section> sections = new ArrayList<>();
        sections.add(new YearChapter(contents, t, figures).section());
        sections.addAll(new PlaceChapter(contents, t, figures).sections());
        sections.addAll(new PartnerChapter(contents, t).linked());
        return sections;
    }

    private static void end(Contents contents, SectionRef ref, Words t, List<Section> sections) {
        contents.part(ref)
                .filter(part -> !part.text().isBlank())
                .ifPresent(part -> sections.add(Section.of(PartHeadings.of(part, t), Prose.of(part.text()))));
    }

    private static boolean tells(Contents contents, Part part) {
        return !part.text().isBlank()
                || !part.goals().isEmpty()
                || !contents.serving(part.line()).isEmpty();
    }

    private static List<Block> told(
            Contents contents, Part part, FigureBlocks figures, PaperMaker.Pictures pictures, Words t) {
        List<Block> blocks = new ArrayList<>(Prose.of(part.text()));
        List<Fact> served = contents.serving(part.line());
        if (!served.isEmpty()) {
            blocks.add(figures.line(part.line(), served));
        } else if (part.kind() == SectionKind.MEANS) {
            blocks.add(new Block.Note(Inline.of(t.say("report.paper.nothing-done"))));
        }
        if (!part.goals().isEmpty()) {
            blocks.add(figures.goals(part));
        }
        contents.photographs(part.line())
                .forEach(photo -> blocks.add(new Block.Photograph(
                        () -> pictures.of(photo.document()),
                        "/platform/document/" + photo.document(),
                        photo.alternative(),
                        photo.caption())));
        return blocks;
    }
}
