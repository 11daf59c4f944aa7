package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Converts the contents of a report to one paper, the source of the page, the PDF, the Word and the Excel file. Texts
 * stay in the language of their authors.
 */
public final class ReportPaperAssembler {

    /** Gives the bytes of photographs. */
    public interface PictureSource {

        /** The bytes of a stored picture, JPEG or PNG; {@code null} if it no longer exists. */
        byte @Nullable [] of(UUID document);
    }

    private ReportPaperAssembler() {}

    /** The report in the language of the messages. */
    public static Paper paper(ReportContents contents, Words t, PictureSource pictures) {
        return paper(contents, t, chapters(contents).allSections(contents, t, pictures));
    }

    /** The report for the page, on which photographs are shown from their addresses. */
    public static Paper page(ReportContents contents, Words t) {
        return paper(contents, t, document -> null);
    }

    /** The overview. */
    public static Paper overview(ReportContents contents, Words t) {
        return paper(contents, t, chapters(contents).overview(contents, t));
    }

    private static ReportChapters chapters(ReportContents contents) {
        return ReportShape.of(contents.head().audience()).chapters();
    }

    private static Paper paper(ReportContents contents, Words t, List<Section> sections) {
        ReportContents.ReportHead head = contents.head();
        String period = t.period(head.from(), head.to());
        Paper paper = new Paper(
                head.title(),
                head.edition() == 1
                        ? t.capital(period)
                        : t.say("report.paper.edition", t.capital(period), head.edition()),
                head.organisation(),
                t.say("report.paper.description", head.organisation(), head.planTitle(), period),
                Section.withoutEmpty(sections));
        return ReportShape.of(head.audience()).isShort() ? paper.as(Paper.Layout.PLAIN) : paper;
    }

    /** The chapters of the report to one audience. */
    public interface ReportChapters {

        /** All chapters, in order. */
        List<Section> allSections(ReportContents contents, Words t, ReportPaperAssembler.PictureSource pictures);

        /** The overview. */
        List<Section> overview(ReportContents contents, Words t);
    }

    /**
     * The sections; an objective without content is left out.
     *
     * @param told the blocks of a line; empty to leave it out
     * @param made lays out an objective with its means
     */
    static List<Section> lineSections(
            ReportContents contents,
            Words t,
            Function<ReportPart, List<Block>> told,
            Function<ObjectiveBlocks, Section> made) {
        List<Section> sections = new ArrayList<>();
        List<ReportPart> parts = contents.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).kind() == ReportSectionKind.OBJECTIVE) {
                List<Section> means = new ArrayList<>();
                List<ReportPart> without = new ArrayList<>();
                for (int below = i + 1;
                        below < parts.size() && parts.get(below).kind() == ReportSectionKind.MEANS;
                        below++) {
                    List<Block> blocks = told.apply(parts.get(below));
                    if (blocks.isEmpty()) {
                        without.add(parts.get(below));
                    } else {
                        means.add(Section.of(PartHeadingFormatter.format(parts.get(below), t), blocks));
                    }
                }
                Section section = made.apply(new ObjectiveBlocks(
                        PartHeadingFormatter.format(parts.get(i), t), told.apply(parts.get(i)), means, without));
                if (!section.sections().isEmpty() || !section.blocks().isEmpty()) {
                    sections.add(section);
                }
            }
        }
        return sections;
    }

    /**
     * An objective and its means.
     *
     * @param own the blocks of the objective itself
     * @param silent the means without content
     */
    record ObjectiveBlocks(String heading, List<Block> own, List<Section> means, List<ReportPart> silent) {}
}
