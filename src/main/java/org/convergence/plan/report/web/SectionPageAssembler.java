package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.EvidenceFilter;
import org.convergence.plan.report.domain.EvidenceFilter.FigureMeasure;
import org.convergence.plan.report.domain.FigureCounter;
import org.convergence.plan.report.domain.FigureFormatter;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportContents.ReportPhoto;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportFact;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.domain.ReportShape;
import org.convergence.plan.report.domain.StoredSection;
import org.convergence.plan.report.web.ReportFrame.ReportLink;
import org.convergence.plan.report.web.ReportSectionPage.EarlierSectionText;
import org.convergence.plan.report.web.ReportSectionPage.FigureCard;
import org.convergence.plan.report.web.ReportSectionPage.GenderFigure;
import org.convergence.plan.report.web.ReportSectionPage.GoalRow;
import org.convergence.plan.report.web.ReportSectionPage.SectionPhoto;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of a section. */
@Component
record SectionPageAssembler(ReportFrameAssembler frames, ReportQueries reports) {

    private static final int HISTORY = 20;

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
                                                ReportFormatter.addressOf(shown, lack)))
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

    /** The figures of a section, each linked to the realisations behind it. */
    static final class FigureCardAssembler {

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
            if (!rows.isEmpty()) {
                gender(rows, who.notStated(), FigureMeasure.NOT_STATED, Tone.REST);
            }
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
                            EvidenceFilter.address(shown.id().value(), FigureFormatter.evidence(goal))),
                    deliverable ? null : FigureFormatter.gap(goal, t),
                    reached ? Tone.OK : goal.explanation().isBlank() ? Tone.BAD : Tone.WARN,
                    goal.explanation(),
                    explains ? shown.url("/gap/" + goal.action()) : null);
        }

        private ReportLink link(FigureMeasure counted, String words) {
            return new ReportLink(words, EvidenceFilter.address(shown.id().value(), EvidenceFilter.of(line, counted)));
        }
    }
}
