package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Prose;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Puts what a report says on one paper, from which the page, the PDF, the Word and the Excel are made. */
public final class PaperMaker {

    private final Contents contents;
    private final Words t;
    private final Pictures pictures;
    private final FigureBlocks figures;

    /** Where the bytes of photographs come from. */
    public interface Pictures {

        /** Those of a document, JPEG or PNG; {@code null} where it is gone. */
        byte @Nullable [] of(UUID document);
    }

    private PaperMaker(Contents contents, Words t, Pictures pictures) {
        this.contents = contents;
        this.t = t;
        this.pictures = pictures;
        this.figures = new FigureBlocks(contents, t);
    }

    /** The report in the language of the words; what people wrote stays in theirs. */
    public static Paper paper(Contents contents, Words t, Pictures pictures) {
        return new PaperMaker(contents, t, pictures).whole();
    }

    /** The same for the page, on which photographs are shown from their addresses. */
    public static Paper page(Contents contents, Words t) {
        return paper(contents, t, document -> null);
    }

    /** Its figures alone: the year, where, and with whom; each leads to what stands behind it. */
    public static Paper figures(Contents contents, Words t) {
        PaperMaker maker = new PaperMaker(contents, t, document -> null);
        List<Section> sections = new ArrayList<>();
        sections.add(new YearChapter(contents, t, maker.figures).section());
        sections.addAll(new PlaceChapter(contents, t, maker.figures).sections());
        sections.addAll(new PartnerChapter(contents, t).linked());
        return new Paper(contents.head().title(), "", contents.head().organisation(), "", sections);
    }

    private Paper whole() {
        Contents.Head head = contents.head();
        String period = t.period(head.from(), head.to());
        List<Section> sections = new ArrayList<>();
        end(SectionRef.FOREWORD, sections);
        sections.add(new YearChapter(contents, t, figures).section());
        sections.addAll(lines());
        sections.addAll(new PlaceChapter(contents, t, figures).sections());
        sections.addAll(new PartnerChapter(contents, t).sections());
        end(SectionRef.CLOSING, sections);
        sections.addAll(new AnnexChapter(contents, t).sections());
        return new Paper(
                head.title(),
                head.edition() == 1 ? period : t.say("report.paper.edition", period, head.edition()),
                head.organisation(),
                t.say("report.paper.description", head.organisation(), head.planTitle(), period),
                sections);
    }

    private void end(SectionRef ref, List<Section> sections) {
        contents.part(ref)
                .filter(part -> !part.text().isBlank())
                .ifPresent(part -> sections.add(Section.of(PartHeadings.of(part, t), Prose.of(part.text()))));
    }

    /** Each objective with its means; a text whose line is gone stands for itself. */
    private List<Section> lines() {
        List<Section> sections = new ArrayList<>();
        List<Part> parts = contents.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).kind() == SectionKind.OBJECTIVE) {
                List<Section> means = new ArrayList<>();
                for (int below = i + 1; below < parts.size() && parts.get(below).kind() == SectionKind.MEANS; below++) {
                    if (tells(parts.get(below))) {
                        means.add(Section.of(PartHeadings.of(parts.get(below), t), means(parts.get(below))));
                    }
                }
                Part objective = parts.get(i);
                if (!means.isEmpty() || tells(objective)) {
                    sections.add(new Section(PartHeadings.of(objective, t), means(objective), means));
                }
            }
        }
        return sections;
    }

    private Block photograph(Contents.Photo photo) {
        return new Block.Photograph(
                () -> pictures.of(photo.document()),
                "/platform/document/" + photo.document(),
                photo.alternative(),
                photo.caption());
    }

    private boolean tells(Part part) {
        return !part.text().isBlank()
                || !part.goals().isEmpty()
                || !contents.serving(part.line()).isEmpty();
    }

    private List<Block> means(Part part) {
        List<Block> blocks = new ArrayList<>(Prose.of(part.text()));
        List<Fact> served = contents.serving(part.line());
        if (served.isEmpty()) {
            if (part.kind() == SectionKind.MEANS) {
                blocks.add(new Block.Note(Inline.of(t.say("report.paper.nothing-done"))));
            }
        } else {
            blocks.add(figures.line(part.line(), served));
        }
        if (!part.goals().isEmpty()) {
            blocks.add(figures.goals(part));
        }
        contents.photographs(part.line()).forEach(photo -> blocks.add(photograph(photo)));
        return blocks;
    }
}
