package org.convergence.plan.report.web;

import java.util.List;
import java.util.Locale;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportContents.ReportPhoto;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.domain.ReportShape;
import org.convergence.plan.report.domain.StoredSection;
import org.convergence.plan.report.web.ReportFrame.ReportLink;
import org.convergence.plan.report.web.ReportSectionPage.EarlierSectionText;
import org.convergence.plan.report.web.ReportSectionPage.SectionPhoto;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of a section. */
@Component
class SectionPageAssembler {

    private static final int HISTORY = 20;

    private final ReportFrameAssembler frames;
    private final ReportQueries reports;

    SectionPageAssembler(ReportFrameAssembler frames, ReportQueries reports) {
        this.frames = frames;
        this.reports = reports;
    }

    ModelAndView assemble(ShownReport shown, SectionRef ref, Form form, @Nullable Conflict conflict, Words t) {
        ReportPart part = shown.contents().part(ref).orElseThrow(() -> new NotFound("section"));
        ReportDraft draft = shown.draft();
        StoredSection written = draft == null ? null : draft.findSection(ref);
        ReportShape shape = ReportShape.of(shown.listed().audience());
        boolean writes = shown.mayWrite();
        return PageView.of(
                "plan/report/section",
                new ReportSectionPage(
                        frames.frame(shown, ref, t),
                        shown.url("/section/" + ref.slug()),
                        PartHeadingFormatter.format(part, t),
                        instruction(shown.listed().audience(), written, ref, t),
                        draft == null
                                ? List.of()
                                : draft.lacks(ref).stream()
                                        .map(lack -> new ReportLink(
                                                ReportFormatter.lack(
                                                        shown.listed().audience(), lack, t),
                                                LackLinkResolver.addressOf(shown, lack)))
                                        .toList(),
                        writes ? null : Markdown.toHtml(part.text(), 2),
                        writes ? form : null,
                        conflict,
                        written == null ? shape.of(ref.kind()).most() : written.limit(shape),
                        written != null && written.mayStayEmpty(shape),
                        writes && draft != null ? earlier(shown.listed().audience(), draft, ref, t) : null,
                        FigureCardAssembler.assemble(shown, part, t),
                        frames.shownContents(shown).photographs(ref.line()).stream()
                                .map(SectionPageAssembler::picture)
                                .toList(),
                        ReportActions.of(shown, t),
                        beside(shown, ref, -1, t),
                        beside(shown, ref, 1, t),
                        written == null || written.version() == 0
                                ? null
                                : ChangeHistory.of(reports.history(written.id(), HISTORY), "report.section", t)));
    }

    private static SectionPhoto picture(ReportPhoto photo) {
        return new SectionPhoto(
                "/platform/document/" + photo.document() + "/thumbnail",
                photo.alternative(),
                "/plan/realisation/" + photo.realisation());
    }

    /** The instruction: the report's own, else the usual one. */
    static String instruction(Audience audience, @Nullable StoredSection written, SectionRef ref, Words t) {
        return written != null && written.instruction() != null
                ? written.instruction()
                : usualInstruction(audience, ref, t);
    }

    static String usualInstruction(Audience audience, SectionRef ref, Words t) {
        return t.say(ReportFormatter.messageKey(
                audience, "report.instruction." + ref.kind().name().toLowerCase(Locale.ROOT), t));
    }

    private @Nullable EarlierSectionText earlier(Audience audience, ReportDraft draft, SectionRef ref, Words t) {
        return reports.earlierText(draft, ref)
                .map(text -> new EarlierSectionText(
                        text.line() == null
                                ? t.say("report.earlier", text.title())
                                : t.say("report.earlier.from", text.title(), text.line()),
                        new SafeHtml(Markdown.toHtml(text.text(), 3).html()),
                        t.say(ReportFormatter.messageKey(audience, "report.section.take", t))))
                .orElse(null);
    }

    private static @Nullable ReportLink beside(ShownReport shown, SectionRef ref, int step, Words t) {
        List<ReportPart> parts = shown.contents().parts();
        for (int i = 0; i < parts.size(); i++) {
            int other = i + step;
            if (parts.get(i).ref().equals(ref) && other >= 0 && other < parts.size()) {
                ReportPart part = parts.get(other);
                return new ReportLink(
                        PartHeadingFormatter.format(part, t),
                        shown.url("/section/" + part.ref().slug()));
            }
        }
        return null;
    }
}
