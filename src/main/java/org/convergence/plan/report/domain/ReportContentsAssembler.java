package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.NoteChapters.CapacityChapter;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportContents.ReportHead;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportFigureService.GapExplanation;
import org.convergence.plan.time.EnteredHours;
import org.convergence.plan.time.TeamCapacity;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the current contents of a report: the plan's lines, their texts and their realisations. */
@Component
record ReportContentsAssembler(
        ActionPlans plans,
        RealisationFacts facts,
        PhotoPicker photographs,
        TeamCapacity capacity,
        EnteredHours entered,
        OrganisationSettings settings) {

    /**
     * The contents.
     *
     * @param explained the explanations, by action
     * @param leftOut realisations to leave out
     */
    ReportContents assemble(
            Report report,
            Map<SectionRef, StoredSection> written,
            Map<UUID, GapExplanation> explained,
            Set<UUID> leftOut) {
        Map<UUID, String> gaps = new HashMap<>();
        explained.forEach((action, gap) -> gaps.put(action, gap.words()));
        ReportShape shape = ReportShape.of(report.audience());
        PlanProgress progress = plans.progress(report.planId());
        Map<UUID, BigDecimal> estimated = new HashMap<>();
        List<ReportFact> told =
                facts(report, leftOut, lines(progress), worked -> estimated.put(worked, BigDecimal.ZERO));
        List<ReportPart> parts = new ArrayList<>();
        shape.before().forEach(kind -> parts.add(end(new SectionRef(kind, null), written)));
        Map<MeansId, BigDecimal> sheets =
                entered.findApprovedOnLines(report.planId(), report.periodFrom(), report.periodTo());
        for (ObjectiveProgress objective : progress.objectives()) {
            parts.add(part(SectionRef.of(objective.id()), objective, written));
            for (MeansProgress means : objective.means()) {
                UUID line = means.id().value();
                List<ReportFact> served =
                        told.stream().filter(fact -> fact.serves(line)).toList();
                parts.add(part(
                                means,
                                shape.tellsYear()
                                        ? TargetProgressCalculator.calculate(means.actions(), served, gaps)
                                        : List.of(),
                                shape.tellsStanding() ? delayedActions(means.actions(), gaps) : List.of(),
                                written)
                        .withSheetHours(beyondRealisations(sheets.get(means.id()), served, estimated)));
            }
        }
        parts.addAll(gone(parts, written));
        shape.after().forEach(kind -> parts.add(end(new SectionRef(kind, null), written)));
        return new ReportContents(
                head(report, progress, leftOut),
                parts,
                told,
                shape.tellsYear() ? photographs.pick(query(report, leftOut), told) : List.of(),
                shape.tellsStanding() && !isOver(report) ? capacity.months(CapacityChapter.MONTHS) : List.of());
    }

    /**
     * The hours entered for a line in no realisation, less those that its realisations estimate: the work of a day may be
     * in a sheet and in an estimate. Hours entered for a realisation are other hours.
     *
     * @param left the estimated hours of each realisation that no earlier line used; those that this one uses are taken off
     */
    private static @Nullable BigDecimal beyondRealisations(
            @Nullable BigDecimal hours, List<ReportFact> served, Map<UUID, BigDecimal> left) {
        if (hours == null) {
            return null;
        }
        BigDecimal beyond = hours;
        for (ReportFact fact : served) {
            BigDecimal there = left.getOrDefault(fact.id(), fact.hours());
            BigDecimal used = there.min(beyond);
            left.put(fact.id(), there.subtract(used));
            beyond = beyond.subtract(used);
        }
        return beyond.signum() > 0 ? beyond : null;
    }

    /** The realisations of the report as of today. */
    List<ReportFact> facts(Report report, Collection<UUID> leftOut) {
        return facts(report, leftOut, plans.findLines(List.of(report.planId())), worked -> {});
    }

    private List<ReportFact> facts(
            Report report, Collection<UUID> leftOut, Collection<PlanLine> lines, Consumer<UUID> worked) {
        ReportFactConverter made = new ReportFactConverter(lines, facts.contributions(List.of(report.planId())));
        Set<UUID> shown = photographs.findShownRealisations(report.periodFrom(), report.periodTo());
        List<ReportFact> told = new ArrayList<>();
        facts.forEach(query(report, leftOut), fact -> {
            if (fact.worked()) {
                worked.accept(fact.id().value());
            }
            told.add(made.convert(fact, shown.contains(fact.id().value())));
        });
        return told;
    }

    private static FactsQuery query(Report report, Collection<UUID> leftOut) {
        return FactsQuery.forPeriod(report.periodFrom(), report.periodTo())
                .serving(report.planId())
                .withoutRealisations(leftOut.stream().map(RealisationId::new).collect(Collectors.toSet()));
    }

    private ReportHead head(Report report, PlanProgress progress, Set<UUID> leftOut) {
        return new ReportHead(
                report.id(),
                report.edition(),
                report.audience(),
                report.title(),
                settings.current().name(),
                report.plan(),
                planTitle(report),
                report.periodFrom(),
                report.periodTo(),
                report.language(),
                settings.today(),
                progress.asOf(),
                ReportContents.sum(progress.objectives().stream()
                        .map(each -> each.counts().byState())
                        .toList()),
                leftOut.stream().sorted().toList());
    }

    private String planTitle(Report report) {
        return plan(report).map(PlanSummary::title).orElse("");
    }

    /** Whether the plan has ended: the hours ahead are promised to another one. */
    private boolean isOver(Report report) {
        return plan(report)
                .map(PlanSummary::to)
                .filter(end -> end.isBefore(settings.today()))
                .isPresent();
    }

    private Optional<PlanSummary> plan(Report report) {
        return plans.findAll().stream()
                .filter(plan -> plan.id().equals(report.planId()))
                .findFirst();
    }

    static List<PlanLine> lines(PlanProgress progress) {
        return progress.objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .flatMap(ReportContentsAssembler::withParts)
                .map(ActionProgress::line)
                .toList();
    }

    private static Stream<ActionProgress> withParts(ActionProgress action) {
        return Stream.concat(Stream.of(action), action.subActions().stream());
    }

    private static ReportPart end(SectionRef ref, Map<SectionRef, StoredSection> written) {
        return part(ref, null, "", Map.of(), List.of(), List.of(), written);
    }

    private static ReportPart part(
            SectionRef ref, ObjectiveProgress objective, Map<SectionRef, StoredSection> written) {
        return part(
                ref, objective.code(), objective.title(), objective.counts().byState(), List.of(), List.of(), written);
    }

    private static ReportPart part(
            MeansProgress means,
            List<ReportContents.TargetProgress> goals,
            List<ReportContents.DelayedAction> standing,
            Map<SectionRef, StoredSection> written) {
        SectionRef ref = SectionRef.of(means.id());
        return part(ref, means.code(), means.title(), means.counts().byState(), goals, standing, written);
    }

    private static ReportPart part(
            SectionRef ref,
            @Nullable String code,
            String title,
            Map<ActionState, Integer> states,
            List<ReportContents.TargetProgress> goals,
            List<ReportContents.DelayedAction> standing,
            Map<SectionRef, StoredSection> written) {
        StoredSection section = written.get(ref);
        return new ReportPart(
                ref.kind(),
                ref.line(),
                code,
                title,
                section == null ? null : section.heading(),
                section == null ? "" : section.text(),
                states,
                goals,
                standing);
    }

    /** Texts whose line was removed from the plan: they remain visible. */
    private static List<ReportPart> gone(List<ReportPart> parts, Map<SectionRef, StoredSection> written) {
        Set<SectionRef> known =
                parts.stream().map(ReportPart::ref).collect(Collectors.toCollection(LinkedHashSet::new));
        return written.values().stream()
                .filter(section -> section.kind().isPlanLine())
                .filter(section ->
                        !known.contains(section.ref()) && !section.text().isBlank())
                .map(section -> part(section.ref(), null, "", Map.of(), List.of(), List.of(), written))
                .toList();
    }

    /** @param explanations in the words of the report, by action */
    private static List<DelayedAction> delayedActions(List<ActionProgress> actions, Map<UUID, String> explanations) {
        List<DelayedAction> standing = new ArrayList<>();
        for (ActionProgress action : actions) {
            if (!action.lateByParts()) {
                addDelayed(standing, action, null, explanations);
            }
            ActionState named = action.lateByParts() ? null : action.state();
            action.subActions().forEach(part -> addDelayed(standing, part, named, explanations));
        }
        return standing;
    }

    private static void addDelayed(
            List<DelayedAction> standing,
            ActionProgress action,
            @Nullable ActionState above,
            Map<UUID, String> explanations) {
        ActionState state = action.state();
        if ((state == ActionState.LATE || state == ActionState.POSTPONED) && state != above) {
            UUID id = action.line().id().value();
            String said = action.reason() == null ? "" : action.reason();
            standing.add(new DelayedAction(
                    id, action.line().title(), state, action.lateSince(), explanations.getOrDefault(id, said)));
        }
    }
}
