package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Decisions;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.web.ReportFrame.Link;
import org.convergence.platform.text.Words;

/** The remaining steps of a note: delays to explain, lines to assess, decisions to request. None is mandatory. */
final class NextSteps {

    private NextSteps() {}

    static List<Link> of(Shown shown, Words t) {
        Draft draft = shown.draft();
        if (draft == null || !shown.mayWrite() || draft.report().audience() != Audience.BOARD) {
            return List.of();
        }
        Contents contents = draft.contents();
        List<Link> steps = new ArrayList<>();
        List<SectionRef> late = draft.lacks().stream()
                .filter(lack -> lack.kind() == Lack.Kind.LATE)
                .flatMap(lack -> java.util.stream.Stream.ofNullable(lack.section()))
                .toList();
        step("report.next.late", late, shown, t, steps);
        step(
                "report.next.judge",
                contents.parts().stream()
                        .filter(part -> isToBeJudged(contents, part))
                        .map(Part::ref)
                        .toList(),
                shown,
                t,
                steps);
        if (Decisions.in(contents).isEmpty()) {
            step("report.next.decisions", List.of(SectionRef.DECISIONS), shown, t, steps);
        }
        return steps;
    }

    private static boolean isToBeJudged(Contents contents, Part part) {
        return part.kind() == SectionKind.MEANS
                && part.text().isBlank()
                && !contents.serving(part.line()).isEmpty();
    }

    private static void step(String key, List<SectionRef> where, Shown shown, Words t, List<Link> steps) {
        if (!where.isEmpty()) {
            steps.add(new Link(
                    t.say(key, where.size()), shown.url("/write#" + where.get(0).slug())));
        }
    }
}
