package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.domain.ReportContents;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.RequestedDecisions;
import org.convergence.plan.report.web.ReportFrame.ReportLink;
import org.convergence.platform.text.Words;

/** The remaining steps of a note: delays to explain, lines to assess, decisions to request. None is mandatory. */
final class NoteNextSteps {

    private NoteNextSteps() {}

    static List<ReportLink> list(ShownReport shown, Words t) {
        ReportDraft draft = shown.draft();
        if (draft == null || !shown.mayWrite() || draft.report().audience() != Audience.BOARD) {
            return List.of();
        }
        ReportContents contents = draft.contents();
        List<ReportLink> steps = new ArrayList<>();
        List<SectionRef> late = draft.lacks().stream()
                .filter(lack -> lack.kind() == Lack.LackKind.LATE)
                .flatMap(lack -> java.util.stream.Stream.ofNullable(lack.section()))
                .toList();
        step("report.next.late", late, shown, t, steps);
        step(
                "report.next.judge",
                contents.parts().stream()
                        .filter(part -> isToBeJudged(contents, part))
                        .map(ReportPart::ref)
                        .toList(),
                shown,
                t,
                steps);
        if (RequestedDecisions.extract(contents).isEmpty()) {
            step("report.next.decisions", List.of(SectionRef.DECISIONS), shown, t, steps);
        }
        return steps;
    }

    private static boolean isToBeJudged(ReportContents contents, ReportPart part) {
        return part.kind() == ReportSectionKind.MEANS
                && part.text().isBlank()
                && !contents.factsServing(part.line()).isEmpty();
    }

    private static void step(String key, List<SectionRef> where, ShownReport shown, Words t, List<ReportLink> steps) {
        if (!where.isEmpty()) {
            steps.add(new ReportLink(
                    t.say(key, where.size()), shown.url("/write#" + where.get(0).slug())));
        }
    }
}
