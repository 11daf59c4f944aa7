package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/**
 * The annual report: a foreword, the year in figures, each line with its text, places, partners, and all realisations.
 */
final class AnnualReportChapters implements ReportChapters {

    @Override
    public List<Section> allSections(ReportContents contents, Words t, ReportPaperAssembler.PictureSource pictures) {
        FigureBlocks figures = new FigureBlocks(contents, t);
        List<Section> sections = new ArrayList<>();
        end(contents, SectionRef.FOREWORD, t, sections);
        sections.add(new YearChapter(contents, t, figures).section());
        sections.addAll(PlanLineSections.assemble(
                contents,
                t,
                part -> tells(contents, part) ? lineBlocks(contents, part, figures, pictures, t) : List.of(),
                objective -> new Section(objective.heading(), objective.own(), objective.means())));
        sections.addAll(new PlaceChapter(contents, t, figures).sections());
        sections.addAll(new PartnerChapter(contents, t).sections());
        end(contents, SectionRef.CLOSING, t, sections);
        sections.addAll(new AnnexChapter(contents, t).sections());
        return sections;
    }

    /** The figures of a report: the year, places and partners; each links to its evidence. */
    @Override
    public List<Section> overview(ReportContents contents, Words t) {
        FigureBlocks figures = new FigureBlocks(contents, t);
        List<Section> sections = new ArrayList<>();
        sections.add(new YearChapter(contents, t, figures).section());
        sections.addAll(new PlaceChapter(contents, t, figures).sections());
        sections.addAll(new PartnerChapter(contents, t).linked());
        return sections;
    }

    private static void end(ReportContents contents, SectionRef ref, Words t, List<Section> sections) {
        contents.part(ref)
                .filter(part -> !part.text().isBlank())
                .ifPresent(part -> sections.add(
                        Section.of(PartHeadingFormatter.format(part, t), MarkdownBlocks.parse(part.text()))));
    }

    private static boolean tells(ReportContents contents, ReportPart part) {
        return !part.text().isBlank()
                || !part.goals().isEmpty()
                || !contents.factsServing(part.line()).isEmpty();
    }

    private static List<Block> lineBlocks(
            ReportContents contents,
            ReportPart part,
            FigureBlocks figures,
            ReportPaperAssembler.PictureSource pictures,
            Words t) {
        List<Block> blocks = new ArrayList<>(MarkdownBlocks.parse(part.text()));
        List<ReportFact> served = contents.factsServing(part.line());
        if (!served.isEmpty()) {
            blocks.add(figures.line(part.line(), served));
        } else if (part.kind() == ReportSectionKind.MEANS) {
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
