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
public final class PaperMaker {

    /** Gives the bytes of photographs. */
    public interface Pictures {

        /** Those of a document, JPEG or PNG; {@code null} if it is gone. */
        byte @Nullable [] of(UUID document);
    }

    private PaperMaker() {}

    /** The report in the language of the messages. */
    public static Paper paper(Contents contents, Words t, Pictures pictures) {
        return paper(contents, t, chapters(contents).whole(contents, t, pictures));
    }

    /** The same for the page, on which photographs are shown from their addresses. */
    public static Paper page(Contents contents, Words t) {
        return paper(contents, t, document -> null);
    }

    /** The overview. */
    public static Paper overview(Contents contents, Words t) {
        return paper(contents, t, chapters(contents).overview(contents, t));
    }

    private static Chapters chapters(Contents contents) {
        return AudienceShape.of(contents.head().audience()).chapters();
    }

    private static Paper paper(Contents contents, Words t, List<Section> sections) {
        Contents.Head head = contents.head();
        String period = t.period(head.from(), head.to());
        Paper paper = new Paper(
                head.title(),
                head.edition() == 1 ? period : t.say("report.paper.edition", period, head.edition()),
                head.organisation(),
                t.say("report.paper.description", head.organisation(), head.planTitle(), period),
                sections);
        return AudienceShape.of(head.audience()).isShort() ? paper.as(Paper.Layout.PLAIN) : paper;
    }
}
