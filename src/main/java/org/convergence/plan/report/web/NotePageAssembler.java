package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.BoardSummary;
import org.convergence.plan.report.domain.EarlierText;
import org.convergence.plan.report.domain.LineBlocks;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.ReportContents;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportShape;
import org.convergence.plan.report.web.ReportNotePage.NoteField;
import org.convergence.plan.report.web.ReportNotePage.NoteRow;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Assembles the rows of the page on which a short report is written: each with its facts above the text fields. */
final class NotePageAssembler {

    private final Audience audience;
    private final ReportDraft draft;
    private final Map<SectionRef, EarlierText> earlier;
    private final Words t;

    NotePageAssembler(ReportDraft draft, Map<SectionRef, EarlierText> earlier, Words t) {
        this.audience = draft.report().audience();
        this.draft = draft;
        this.earlier = earlier;
        this.t = t;
    }

    /** The generated summary. */
    SafeHtml essential() {
        return html(List.of(new BoardSummary(draft.contents(), t).paragraph()));
    }

    List<NoteRow> rows() {
        List<NoteRow> rows = new ArrayList<>();
        for (ReportPart part : draft.contents().parts()) {
            // An objective needs no text: its means have one. An existing text is kept.
            if (part.kind() != ReportSectionKind.OBJECTIVE || !part.text().isBlank()) {
                rows.add(row(part));
            } else {
                rows.add(new NoteRow(
                        part.ref().slug(), PartHeadingFormatter.format(part, t), false, null, null, List.of()));
            }
        }
        return rows;
    }

    private NoteRow row(ReportPart part) {
        boolean means = part.kind() == ReportSectionKind.MEANS;
        return new NoteRow(
                part.ref().slug(),
                PartHeadingFormatter.format(part, t),
                means,
                means ? html(new LineBlocks(draft.contents(), t).facts(part)) : null,
                new NoteField(
                        field(part.ref()),
                        SectionPageAssembler.usualInstruction(audience, part.ref(), t),
                        draft.findSection(part.ref()).limit(ReportShape.of(audience)),
                        means ? 2 : 4,
                        before(part.ref())),
                part.actionsInState(ActionState.LATE).stream().map(this::why).toList());
    }

    private NoteField why(ReportContents.DelayedAction late) {
        return new NoteField(whyField(late), t.say("report.write.why", late.label()), 2_000, 1, null);
    }

    private @Nullable String before(SectionRef ref) {
        EarlierText text = earlier.get(ref);
        return text == null ? null : text.text();
    }

    static String field(SectionRef ref) {
        return "text-" + ref.slug();
    }

    static String whyField(ReportContents.DelayedAction late) {
        return "why-" + late.action();
    }

    private SafeHtml html(List<Block> blocks) {
        return PageRenderer.html(blocks, t);
    }
}
