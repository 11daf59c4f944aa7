package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.Figures;
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.domain.Choice;
import org.convergence.plan.report.domain.Contents.Goal;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Counted;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.EvidenceAddress;
import org.convergence.plan.report.domain.Fact;
import org.convergence.plan.report.domain.FigureWords;
import org.convergence.plan.report.domain.Tally;
import org.convergence.plan.report.web.ReportFrame.Link;
import org.convergence.plan.report.web.SectionPage.FigureCard;
import org.convergence.plan.report.web.SectionPage.Gender;
import org.convergence.plan.report.web.SectionPage.GoalRow;
import org.convergence.platform.shell.Segment;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The figures of a section, each linked to the realisations behind it. */
final class FigureCards {

    private final Shown shown;
    private final UUID line;
    private final Figures all;
    private final Words t;

    private FigureCards(Shown shown, UUID line, Figures all, Words t) {
        this.shown = shown;
        this.line = line;
        this.all = all;
        this.t = t;
    }

    /** {@code null} for the sections at the beginning and the end, which have none. */
    static @Nullable FigureCard of(Shown shown, Part part, Words t) {
        UUID line = part.line();
        if (line == null) {
            return null;
        }
        List<Fact> served = shown.contents().serving(line);
        return new FigureCards(shown, line, Tally.of(served), t).card(part);
    }

    private FigureCard card(Part part) {
        Draft draft = shown.draft();
        boolean counted = all.realisations() > all.uncounted();
        boolean means = part.kind() == SectionKind.MEANS && all.realisations() > 0;
        return new FigureCard(
                counted
                        ? link(
                                Counted.PARTICIPATIONS,
                                t.number(all.participations().total()))
                        : null,
                counted ? who() : List.of(),
                others(),
                link(Counted.REALISATIONS, t.say("report.evidence.from", all.realisations())),
                part.goals().stream().map(this::goal).toList(),
                draft != null && draft.right().contains(line),
                means && shown.mayWrite() ? shown.url("/figures/" + line) : null);
    }

    private List<Gender> who() {
        Figures.Gender who = all.participations();
        List<Gender> rows = new ArrayList<>();
        gender(rows, who.women(), Counted.WOMEN, Tone.BAD);
        gender(rows, who.men(), Counted.MEN, Tone.ACTIVE);
        gender(rows, who.other(), Counted.OTHER, Tone.OK);
        gender(rows, who.notStated(), Counted.NOT_STATED, Tone.REST);
        return rows;
    }

    private void gender(List<Gender> rows, long number, Counted counted, Tone tone) {
        if (number > 0) {
            long rest = all.participations().total() - number;
            Link words = link(counted, t.say("report.count." + counted.slug(), number));
            rows.add(new Gender(
                    words.label(), words.url(), List.of(new Segment(tone, number), new Segment(Tone.AHEAD, rest))));
        }
    }

    private List<Link> others() {
        List<Link> others = new ArrayList<>();
        add(others, all.participations().youth(), "report.count.youth", Counted.YOUTH);
        add(others, all.organisations(), "report.count.organisations", Counted.ORGANISATIONS);
        if (all.hours().signum() > 0) {
            others.add(link(Counted.HOURS, t.say("report.count.hours", t.hours(all.hours()))));
        }
        add(others, all.copies(), "report.count.copies", Counted.COPIES);
        add(
                others,
                all.uncounted() == all.realisations() ? 0 : all.uncounted(),
                "report.count.uncounted",
                Counted.UNCOUNTED);
        return others;
    }

    private void add(List<Link> others, long number, String key, Counted counted) {
        if (number > 0) {
            others.add(link(counted, t.say(key, number)));
        }
    }

    private GoalRow goal(Goal goal) {
        boolean reached = goal.gap().signum() >= 0;
        boolean deliverable = goal.measure() == TargetMeasure.DELIVERABLE;
        boolean explains = shown.mayWrite() && goal.gap().signum() != 0;
        return new GoalRow(
                goal.label(),
                FigureWords.target(goal, t),
                new Link(
                        FigureWords.reached(goal, t),
                        EvidenceAddress.of(shown.id().value(), FigureWords.evidence(goal))),
                deliverable ? null : FigureWords.gap(goal, t),
                reached ? Tone.OK : goal.explanation().isBlank() ? Tone.BAD : Tone.WARN,
                goal.explanation(),
                explains ? shown.url("/gap/" + goal.action()) : null);
    }

    private Link link(Counted counted, String words) {
        return new Link(words, EvidenceAddress.of(shown.id().value(), Choice.of(line, counted)));
    }
}
