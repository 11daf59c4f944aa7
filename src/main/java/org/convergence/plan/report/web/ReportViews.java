package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Difference;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.FiledReports;
import org.convergence.plan.report.domain.FiledReports.Filed;
import org.convergence.plan.report.domain.PartHeadings;
import org.convergence.plan.report.domain.ReportReading;
import org.convergence.plan.report.domain.ReportReading.Listed;
import org.convergence.plan.report.domain.Written;
import org.convergence.plan.report.web.ReportFrame.Link;
import org.convergence.plan.report.web.ReportFrame.Row;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a report for its pages, and assembles their frame. */
@Component
class ReportViews {

    private final ReportReading reading;
    private final FiledReports filed;
    private final OrganisationSettings settings;

    ReportViews(ReportReading reading, FiledReports filed, OrganisationSettings settings) {
        this.reading = reading;
        this.filed = filed;
        this.settings = settings;
    }

    Shown of(UUID id) {
        ReportId report = new ReportId(id);
        Listed listed = reading.one(report);
        if (listed.filedOn() == null) {
            Draft draft = reading.draft(report);
            return new Shown(listed, draft.contents(), draft, null);
        }
        Filed then = filed.find(report).orElseThrow();
        return new Shown(listed, then.contents(), null, then);
    }

    /** The contents that the pages show. */
    Contents showable(Shown shown) {
        Filed then = shown.filed();
        return then == null ? shown.contents() : filed.showable(then);
    }

    List<Difference> differences(Shown shown) {
        Filed then = shown.filed();
        return then == null ? List.of() : filed.differences(then);
    }

    /** @param current the section on the page, {@code null} for the whole */
    ReportFrame frame(Shown shown, @Nullable SectionRef current, Words t) {
        Listed listed = shown.listed();
        String title = listed.edition() == 1
                ? listed.title()
                : t.say("report.titled-edition", listed.title(), listed.edition());
        return new ReportFrame(
                title,
                shown.url(""),
                new Link(listed.planTitle(), "/plan/actionplan/" + listed.plan().value()),
                lead(shown, t),
                lacking(shown, t),
                more(shown, t),
                AudienceTabs.of(listed.plan().value(), listed.audience(), t),
                shown.contents().parts().stream()
                        .map(part -> row(shown, part, current, t))
                        .toList(),
                shown.mayWrite());
    }

    private String lead(Shown shown, Words t) {
        Filed then = shown.filed();
        if (then != null) {
            return t.say("report.lead.filed", then.on());
        }
        var due = shown.listed().dueOn();
        if (due == null) {
            return t.say("report.lead.no-day");
        }
        return due.isBefore(settings.today())
                ? t.say("report.lead.overdue", due, t.ago(due, settings.today()))
                : t.say("report.lead.due", due);
    }

    private String lacking(Shown shown, Words t) {
        Draft draft = shown.draft();
        return draft == null
                ? t.say("report.lead.corrections", differences(shown).size())
                : t.say("report.lead.lacks", draft.lacks().size());
    }

    private @Nullable Link more(Shown shown, Words t) {
        Draft draft = shown.draft();
        if (draft == null) {
            return differences(shown).isEmpty() ? null : new Link(t.say("report.lead.see"), shown.url("/differences"));
        }
        int lacks = draft.lacks().size();
        return lacks == 0 ? null : new Link(t.say("report.lead.see-them", lacks), shown.url("/lacks"));
    }

    private static Row row(Shown shown, Part part, @Nullable SectionRef current, Words t) {
        Draft draft = shown.draft();
        SectionRef ref = part.ref();
        return new Row(
                PartHeadings.of(part, t),
                part.kind() == org.convergence.plan.report.SectionKind.MEANS,
                shown.url("/section/" + ref.slug()),
                draft == null ? null : Saying.tone(draft, ref),
                draft == null ? null : Saying.state(draft, ref, t),
                draft == null ? null : writer(draft, ref, t),
                ref.equals(current));
    }

    /** « Vous », or the name of the writer. */
    static @Nullable String writer(Draft draft, SectionRef ref, Words t) {
        Written written = draft.written(ref);
        UUID me = CurrentActor.get().personId();
        return me != null && me.equals(written.responsible())
                ? t.say("report.writer.you")
                : draft.writers().get(ref);
    }
}
