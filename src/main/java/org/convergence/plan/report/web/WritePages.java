package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.AudienceShape;
import org.convergence.plan.report.domain.Contents;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.EarlierText;
import org.convergence.plan.report.domain.Essential;
import org.convergence.plan.report.domain.LineBlocks;
import org.convergence.plan.report.domain.PartHeadings;
import org.convergence.plan.report.web.WritePage.Row;
import org.convergence.plan.report.web.WritePage.Typed;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Assembles the rows of the page on which a short report is written: each with its facts above the text fields. */
final class WritePages {

    private final Audience audience;
    private final Draft draft;
    private final Map<SectionRef, EarlierText> earlier;
    private final Words t;

    WritePages(Draft draft, Map<SectionRef, EarlierText> earlier, Words t) {
        this.audience = draft.report().audience();
        this.draft = draft;
        this.earlier = earlier;
        this.t = t;
    }

    /** The generated summary. */
    SafeHtml essential() {
        return html(List.of(new Essential(draft.contents(), t).paragraph()));
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Part part : draft.contents().parts()) {
            // An objective needs no text: its means have one. An existing text is kept.
            if (part.kind() != SectionKind.OBJECTIVE || !part.text().isBlank()) {
                rows.add(row(part));
            } else {
                rows.add(new Row(part.ref().slug(), PartHeadings.of(part, t), false, null, null, List.of()));
            }
        }
        return rows;
    }

    private Row row(Part part) {
        boolean means = part.kind() == SectionKind.MEANS;
        return new Row(
                part.ref().slug(),
                PartHeadings.of(part, t),
                means,
                means ? html(new LineBlocks(draft.contents(), t).facts(part)) : null,
                new Typed(
                        field(part.ref()),
                        SectionPages.usualInstruction(audience, part.ref(), t),
                        draft.written(part.ref()).limit(AudienceShape.of(audience)),
                        means ? 2 : 4,
                        before(part.ref())),
                part.standing(ActionState.LATE).stream().map(this::why).toList());
    }

    private Typed why(Contents.Standing late) {
        return new Typed(whyField(late), t.say("report.write.why", late.label()), 2_000, 1, null);
    }

    private @Nullable String before(SectionRef ref) {
        EarlierText text = earlier.get(ref);
        return text == null ? null : text.text();
    }

    static String field(SectionRef ref) {
        return "text-" + ref.slug();
    }

    static String whyField(Contents.Standing late) {
        return "why-" + late.action();
    }

    private SafeHtml html(List<Block> blocks) {
        return PageRenderer.html(blocks, t);
    }
}
