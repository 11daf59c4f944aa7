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
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;

/**
 * A report as a whole.
 *
 * @param next the remaining steps of a note
 * @param figures the overview
 * @param papers the meetings whose papers include it
 */
public record ReportOverviewPage(
        ReportFrame frame,
        List<ReportFrame.ReportLink> next,
        SafeHtml figures,
        List<ReportFrame.ReportLink> papers,
        ReportActions gestures) {

    static List<ReportLink> nextSteps(ShownReport shown, Words t) {
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
        addStep("report.next.late", late, shown, t, steps);
        addStep(
                "report.next.judge",
                contents.parts().stream()
                        .filter(part -> isToBeJudged(contents, part))
                        .map(ReportPart::ref)
                        .toList(),
                shown,
                t,
                steps);
        if (RequestedDecisions.extract(contents).isEmpty()) {
            addStep("report.next.decisions", List.of(SectionRef.DECISIONS), shown, t, steps);
        }
        return steps;
    }

    private static boolean isToBeJudged(ReportContents contents, ReportPart part) {
        return part.kind() == ReportSectionKind.MEANS
                && part.text().isBlank()
                && !contents.factsServing(part.line()).isEmpty();
    }

    private static void addStep(
            String key, List<SectionRef> where, ShownReport shown, Words t, List<ReportLink> steps) {
        if (!where.isEmpty()) {
            steps.add(new ReportLink(
                    t.say(key, where.size()), shown.url("/write#" + where.get(0).slug())));
        }
    }

    /** A report as a text to read. */
    public record ReportPaperPage(ReportFrame frame, SafeHtml paper) {}

    /** What a report still lacks. */
    public record LacksPage(ReportFrame frame, List<LackRow> rows) {

        /**
         * A lack.
         *
         * @param url where it is corrected
         */
        public record LackRow(String section, String url, Tone tone, String state, String what) {}
    }

    /**
     * The actions behind a figure: late, or postponed for lack of means.
     *
     * @param asOf the day of the data, formatted
     */
    public record DelayedActionsPage(ReportFrame frame, String title, String asOf, List<DelayedActionRow> rows) {

        /** An action, since when, and why. */
        public record DelayedActionRow(String label, String url, String since, String reason) {}
    }
}
