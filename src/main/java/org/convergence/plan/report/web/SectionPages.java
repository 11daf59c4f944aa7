package org.convergence.plan.report.web;

import java.util.List;
import java.util.Locale;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.AudienceShape;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Contents.Photo;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.PartHeadings;
import org.convergence.plan.report.domain.ReportReading;
import org.convergence.plan.report.domain.Written;
import org.convergence.plan.report.web.ReportFrame.Link;
import org.convergence.plan.report.web.SectionPage.Earlier;
import org.convergence.plan.report.web.SectionPage.Picture;
import org.convergence.platform.audit.History;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of a section. */
@Component
class SectionPages {

    private static final int HISTORY = 20;

    private final ReportViews views;
    private final ReportReading reading;

    SectionPages(ReportViews views, ReportReading reading) {
        this.views = views;
        this.reading = reading;
    }

    ModelAndView page(Shown shown, SectionRef ref, Form form, @Nullable Conflict conflict, Words t) {
        Part part = shown.contents().part(ref).orElseThrow(() -> new NotFound("section"));
        Draft draft = shown.draft();
        Written written = draft == null ? null : draft.written(ref);
        AudienceShape shape = AudienceShape.of(shown.listed().audience());
        boolean writes = shown.mayWrite();
        return Page.of(
                "plan/report/section",
                new SectionPage(
                        views.frame(shown, ref, t),
                        shown.url("/section/" + ref.slug()),
                        PartHeadings.of(part, t),
                        instruction(shown.listed().audience(), written, ref, t),
                        draft == null
                                ? List.of()
                                : draft.lacks(ref).stream()
                                        .map(lack -> new Link(
                                                Saying.lack(shown.listed().audience(), lack, t),
                                                LackLinks.of(shown, lack)))
                                        .toList(),
                        writes ? null : Markdown.toHtml(part.text(), 2),
                        writes ? form : null,
                        conflict,
                        written == null ? shape.of(ref.kind()).most() : written.limit(shape),
                        written != null && written.mayStayEmpty(shape),
                        writes && draft != null ? earlier(shown.listed().audience(), draft, ref, t) : null,
                        FigureCards.of(shown, part, t),
                        views.showable(shown).photographs(ref.line()).stream()
                                .map(SectionPages::picture)
                                .toList(),
                        Gestures.of(shown, t),
                        beside(shown, ref, -1, t),
                        beside(shown, ref, 1, t),
                        written == null || written.version() == 0
                                ? null
                                : History.of(reading.history(written.id(), HISTORY), "report.section", t)));
    }

    private static Picture picture(Photo photo) {
        return new Picture(
                "/platform/document/" + photo.document() + "/thumbnail",
                photo.alternative(),
                "/plan/realisation/" + photo.realisation());
    }

    /** The instruction: the report's own, else the usual one. */
    static String instruction(Audience audience, @Nullable Written written, SectionRef ref, Words t) {
        return written != null && written.instruction() != null
                ? written.instruction()
                : usualInstruction(audience, ref, t);
    }

    static String usualInstruction(Audience audience, SectionRef ref, Words t) {
        return t.say(
                Saying.to(audience, "report.instruction." + ref.kind().name().toLowerCase(Locale.ROOT), t));
    }

    private @Nullable Earlier earlier(Audience audience, Draft draft, SectionRef ref, Words t) {
        return reading.earlierText(draft, ref)
                .map(text -> new Earlier(
                        text.line() == null
                                ? t.say("report.earlier", text.title())
                                : t.say("report.earlier.from", text.title(), text.line()),
                        new SafeHtml(Markdown.toHtml(text.text(), 3).html()),
                        t.say(Saying.to(audience, "report.section.take", t))))
                .orElse(null);
    }

    private static @Nullable Link beside(Shown shown, SectionRef ref, int step, Words t) {
        List<Part> parts = shown.contents().parts();
        for (int i = 0; i < parts.size(); i++) {
            int other = i + step;
            if (parts.get(i).ref().equals(ref) && other >= 0 && other < parts.size()) {
                Part part = parts.get(other);
                return new Link(
                        PartHeadings.of(part, t),
                        shown.url("/section/" + part.ref().slug()));
            }
        }
        return null;
    }
}
