package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.EvidenceAddress;
import org.convergence.plan.report.domain.EvidenceFilter;
import org.convergence.plan.report.domain.FigureCounter;
import org.convergence.plan.report.domain.FigureFormatter;
import org.convergence.plan.report.domain.FigureMeasure;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportFact;
import org.convergence.plan.report.web.ReportFrame.ReportLink;
import org.convergence.plan.report.web.ReportSectionPage.FigureCard;
import org.convergence.plan.report.web.ReportSectionPage.GenderFigure;
import org.convergence.plan.report.web.ReportSectionPage.GoalRow;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The figures of a section, each linked to the realisations behind it. */
final class FigureCardAssembler {

    private final ShownReport shown;
    private final UUID line;
    private final RealisationFigures all;
    private final Words t;

    private FigureCardAssembler(ShownReport shown, UUID line, RealisationFigures all, Words t) {
        this.shown = shown;
        this.line = line;
        this.all = all;
        this.t = t;
    }

    /** {@code null} for the sections at the beginning and the end, which have none. */
    static @Nullable FigureCard assemble(ShownReport shown, ReportPart part, Words t) {
        UUID line = part.line();
        if (line == null) {
            return null;
        }
        List<ReportFact> served = shown.contents().factsServing(line);
        return new FigureCardAssembler(shown, line, FigureCounter.count(served), t).card(part);
    }

    private FigureCard card(ReportPart part) {
        ReportDraft draft = shown.draft();
        boolean counted = all.realisations() > all.uncounted();
        boolean means = part.kind() == ReportSectionKind.MEANS && all.realisations() > 0;
        return new FigureCard(
                counted
                        ? link(
                                FigureMeasure.PARTICIPATIONS,
                                t.number(all.participations().total()))
                        : null,
                counted ? who() : List.of(),
                others(),
                link(FigureMeasure.REALISATIONS, t.say("report.evidence.from", all.realisations())),
                part.goals().stream().map(this::goal).toList(),
                draft != null && draft.right().contains(line),
                means && shown.mayWrite() ? shown.url("/figures/" + line) : null);
    }

    private List<GenderFigure> who() {
        RealisationFigures.GenderCounts who = all.participations();
        List<GenderFigure> rows = new ArrayList<>();
        gender(rows, who.women(), FigureMeasure.WOMEN, Tone.BAD);
        gender(rows, who.men(), FigureMeasure.MEN, Tone.ACTIVE);
        gender(rows, who.other(), FigureMeasure.OTHER, Tone.OK);
        gender(rows, who.notStated(), FigureMeasure.NOT_STATED, Tone.REST);
        return rows;
    }

    private void gender(List<GenderFigure> rows, long number, FigureMeasure counted, Tone tone) {
        if (number > 0) {
            long rest = all.participations().total() - number;
            ReportLink words = link(counted, t.say("report.count." + counted.slug(), number));
            rows.add(new GenderFigure(
                    words.label(),
                    words.url(),
                    List.of(new BarSegment(tone, number), new BarSegment(Tone.AHEAD, rest))));
        }
    }

    private List<ReportLink> others() {
        List<ReportLink> others = new ArrayList<>();
        add(others, all.participations().youth(), "report.count.youth", FigureMeasure.YOUTH);
        add(others, all.organisations(), "report.count.organisations", FigureMeasure.ORGANISATIONS);
        if (all.hours().signum() > 0) {
            others.add(link(FigureMeasure.HOURS, t.say("report.count.hours", t.hours(all.hours()))));
        }
        add(others, all.copies(), "report.count.copies", FigureMeasure.COPIES);
        add(
                others,
                all.uncounted() == all.realisations() ? 0 : all.uncounted(),
                "report.count.uncounted",
                FigureMeasure.UNCOUNTED);
        return others;
    }

    private void add(List<ReportLink> others, long number, String key, FigureMeasure counted) {
        if (number > 0) {
            others.add(link(counted, t.say(key, number)));
        }
    }

    private GoalRow goal(TargetProgress goal) {
        boolean reached = goal.gap().signum() >= 0;
        boolean deliverable = goal.measure() == TargetMeasure.DELIVERABLE;
        boolean explains = shown.mayWrite() && goal.gap().signum() != 0;
        return new GoalRow(
                goal.label(),
                FigureFormatter.target(goal, t),
                new ReportLink(
                        FigureFormatter.formatReached(goal, t),
                        EvidenceAddress.of(shown.id().value(), FigureFormatter.evidence(goal))),
                deliverable ? null : FigureFormatter.gap(goal, t),
                reached ? Tone.OK : goal.explanation().isBlank() ? Tone.BAD : Tone.WARN,
                goal.explanation(),
                explains ? shown.url("/gap/" + goal.action()) : null);
    }

    private ReportLink link(FigureMeasure counted, String words) {
        return new ReportLink(words, EvidenceAddress.of(shown.id().value(), EvidenceFilter.of(line, counted)));
    }
}
