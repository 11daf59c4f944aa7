package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.filing.FactDifference;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.FiledReportQueries;
import org.convergence.plan.report.domain.FiledReportQueries.FiledReport;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.ReportContents;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportFact;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.domain.ReportQueries.ReportSummary;
import org.convergence.plan.report.domain.StoredSection;
import org.convergence.plan.report.web.ReportFrame.FrameSectionRow;
import org.convergence.plan.report.web.ReportFrame.ReportLink;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a report for its pages, and assembles their frame. */
@Component
record ReportFrameAssembler(ReportQueries reports, FiledReportQueries filed, OrganisationSettings settings) {

    ShownReport find(ReportId report) {
        ReportSummary listed = reports.findById(report);
        if (listed.filedOn() == null) {
            ReportDraft draft = reports.findDraft(report);
            return new ShownReport(listed, draft.contents(), draft, null);
        }
        FiledReport then = filed.find(report).orElseThrow();
        return new ShownReport(listed, then.contents(), null, then);
    }

    /** The contents that the pages show. */
    ReportContents shownContents(ShownReport shown) {
        FiledReport then = shown.filed();
        return then == null ? shown.contents() : filed.publishableContents(then);
    }

    List<FactDifference<ReportFact>> differences(ShownReport shown) {
        FiledReport then = shown.filed();
        return then == null ? List.of() : filed.differences(then);
    }

    /** @param current the section on the page, {@code null} for the whole */
    ReportFrame frame(ShownReport shown, @Nullable SectionRef current, Words t) {
        ReportSummary listed = shown.listed();
        String title = listed.edition() == 1
                ? listed.title()
                : t.say("report.titled-edition", listed.title(), listed.edition());
        return new ReportFrame(
                title,
                shown.url(""),
                new ReportLink(
                        listed.planTitle(), "/plan/actionplan/" + listed.plan().value()),
                lead(shown, t),
                lacking(shown, t),
                more(shown, t),
                ReportListPage.tabs(listed.plan().value(), listed.audience(), t),
                shown.contents().parts().stream()
                        .map(part -> row(shown, part, current, t))
                        .toList(),
                shown.mayWrite());
    }

    private String lead(ShownReport shown, Words t) {
        FiledReport then = shown.filed();
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

    private String lacking(ShownReport shown, Words t) {
        ReportDraft draft = shown.draft();
        return draft == null
                ? t.say("report.lead.corrections", differences(shown).size())
                : t.say("report.lead.lacks", draft.lacks().size());
    }

    private @Nullable ReportLink more(ShownReport shown, Words t) {
        ReportDraft draft = shown.draft();
        if (draft == null) {
            return differences(shown).isEmpty()
                    ? null
                    : new ReportLink(t.say("report.lead.see"), shown.url("/differences"));
        }
        int lacks = draft.lacks().size();
        return lacks == 0 ? null : new ReportLink(t.say("report.lead.see-them", lacks), shown.url("/lacks"));
    }

    private static FrameSectionRow row(ShownReport shown, ReportPart part, @Nullable SectionRef current, Words t) {
        ReportDraft draft = shown.draft();
        SectionRef ref = part.ref();
        return new FrameSectionRow(
                PartHeadingFormatter.format(part, t),
                part.kind() == org.convergence.plan.report.ReportSectionKind.MEANS,
                shown.url("/section/" + ref.slug()),
                draft == null ? null : ReportFormatter.tone(draft, ref),
                draft == null ? null : ReportFormatter.state(draft, ref, t),
                draft == null ? null : writer(draft, ref, t),
                ref.equals(current));
    }

    /** « Vous », or the name of the writer. */
    static @Nullable String writer(ReportDraft draft, SectionRef ref, Words t) {
        StoredSection written = draft.findSection(ref);
        UUID me = CurrentActor.get().personId();
        return me != null && me.equals(written.responsible())
                ? t.say("report.writer.you")
                : draft.writers().get(ref);
    }
}
