package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.PlanProgress.OfMeans;
import org.convergence.plan.actionplan.PlanProgress.OfObjective;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Head;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.FigureDrafting.Gap;
import org.convergence.plan.time.TeamCapacity;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the current contents of a report: the plan's lines, their texts and their realisations. */
@Component
class ContentsMaker {

    private final ActionPlans plans;
    private final RealisationFacts facts;
    private final PhotoPicker photographs;
    private final TeamCapacity capacity;
    private final OrganisationSettings settings;

    ContentsMaker(
            ActionPlans plans,
            RealisationFacts facts,
            PhotoPicker photographs,
            TeamCapacity capacity,
            OrganisationSettings settings) {
        this.capacity = capacity;
        this.plans = plans;
        this.facts = facts;
        this.photographs = photographs;
        this.settings = settings;
    }

    /**
     * The contents.
     *
     * @param explained the explanations, by action
     * @param leftOut realisations to leave out
     */
    Contents of(Report report, Map<SectionRef, Written> written, Map<UUID, Gap> explained, Set<UUID> leftOut) {
        Map<UUID, String> gaps = new HashMap<>();
        explained.forEach((action, gap) -> gaps.put(action, gap.words()));
        AudienceShape shape = AudienceShape.of(report.audience());
        PlanProgress progress = plans.progress(report.planId());
        List<Fact> told = facts(report, leftOut, lines(progress));
        List<Part> parts = new ArrayList<>();
        shape.before().forEach(kind -> parts.add(end(new SectionRef(kind, null), written)));
        for (OfObjective objective : progress.objectives()) {
            parts.add(part(SectionRef.of(objective.id()), objective, written));
            for (OfMeans means : objective.means()) {
                UUID line = means.id().value();
                List<Fact> served =
                        told.stream().filter(fact -> fact.serves(line)).toList();
                parts.add(part(
                        means,
                        shape.tellsYear() ? Goals.of(means.actions(), served, gaps) : List.of(),
                        shape.tellsStanding() ? Standings.of(means.actions(), gaps) : List.of(),
                        written));
            }
        }
        parts.addAll(gone(parts, written));
        shape.after().forEach(kind -> parts.add(end(new SectionRef(kind, null), written)));
        return new Contents(
                head(report, progress, leftOut),
                parts,
                told,
                shape.tellsYear() ? photographs.of(query(report, leftOut), told) : List.of(),
                shape.tellsStanding() ? capacity.months(AheadChapter.MONTHS) : List.of());
    }

    /** The realisations of the report as of today. */
    List<Fact> facts(Report report, Collection<UUID> leftOut) {
        return facts(report, leftOut, plans.lines(List.of(report.planId())));
    }

    private List<Fact> facts(Report report, Collection<UUID> leftOut, Collection<PlanLine> lines) {
        Facts made = new Facts(lines, facts.contributions(List.of(report.planId())));
        Set<UUID> shown = photographs.shown(report.periodFrom(), report.periodTo());
        List<Fact> told = new ArrayList<>();
        facts.each(
                query(report, leftOut),
                fact -> told.add(made.of(fact, shown.contains(fact.id().value()))));
        return told;
    }

    private static FactsQuery query(Report report, Collection<UUID> leftOut) {
        return FactsQuery.of(report.periodFrom(), report.periodTo())
                .serving(report.planId())
                .without(leftOut.stream().map(RealisationId::new).collect(Collectors.toSet()));
    }

    private Head head(Report report, PlanProgress progress, Set<UUID> leftOut) {
        return new Head(
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
                Contents.sum(progress.objectives().stream()
                        .map(each -> each.counts().byState())
                        .toList()),
                leftOut.stream().sorted().toList());
    }

    private String planTitle(Report report) {
        return plans.all().stream()
                .filter(plan -> plan.id().equals(report.planId()))
                .findFirst()
                .map(PlanSummary::title)
                .orElse("");
    }

    static List<PlanLine> lines(PlanProgress progress) {
        return progress.objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .flatMap(ContentsMaker::withParts)
                .map(OfAction::line)
                .toList();
    }

    private static Stream<OfAction> withParts(OfAction action) {
        return Stream.concat(Stream.of(action), action.subActions().stream());
    }

    private static Part end(SectionRef ref, Map<SectionRef, Written> written) {
        return part(ref, null, "", Map.of(), List.of(), List.of(), written);
    }

    private static Part part(SectionRef ref, OfObjective objective, Map<SectionRef, Written> written) {
        return part(
                ref, objective.code(), objective.title(), objective.counts().byState(), List.of(), List.of(), written);
    }

    private static Part part(
            OfMeans means,
            List<Contents.Goal> goals,
            List<Contents.Standing> standing,
            Map<SectionRef, Written> written) {
        SectionRef ref = SectionRef.of(means.id());
        return part(ref, means.code(), means.title(), means.counts().byState(), goals, standing, written);
    }

    private static Part part(
            SectionRef ref,
            @Nullable String code,
            String title,
            Map<ActionState, Integer> states,
            List<Contents.Goal> goals,
            List<Contents.Standing> standing,
            Map<SectionRef, Written> written) {
        Written section = written.get(ref);
        return new Part(
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
    private static List<Part> gone(List<Part> parts, Map<SectionRef, Written> written) {
        Set<SectionRef> known = parts.stream().map(Part::ref).collect(Collectors.toCollection(LinkedHashSet::new));
        return written.values().stream()
                .filter(section -> section.kind().isOfALine())
                .filter(section ->
                        !known.contains(section.ref()) && !section.text().isBlank())
                .map(section -> part(section.ref(), null, "", Map.of(), List.of(), List.of(), written))
                .toList();
    }
}
