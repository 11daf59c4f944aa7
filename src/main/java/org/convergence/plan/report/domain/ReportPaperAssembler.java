package org.convergence.plan.report.domain;

import java.util.List;
import java.util.UUID;
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
                head.edition() == 1 ? period : t.say("report.paper.edition", period, head.edition()),
                head.organisation(),
                t.say("report.paper.description", head.organisation(), head.planTitle(), period),
                sections);
        return ReportShape.of(head.audience()).isShort() ? paper.as(Paper.Layout.PLAIN) : paper;
    }
}
