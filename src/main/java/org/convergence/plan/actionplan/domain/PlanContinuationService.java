package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.LineCarryOver;
import org.convergence.plan.actionplan.LineDifference;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.PlanContinuation;
import org.convergence.plan.actionplan.PlanContinuation.PlanComparison;
import org.convergence.plan.actionplan.PlanContinuation.PlanComparison.PlanLineOutcome;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanReview;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.domain.PlanTreeComparison.PlanTreeRekeyer;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reviews a plan, creates the next one from the decisions on its lines, and compares the two. */
@Component
@Transactional(readOnly = true)
class PlanContinuationService implements PlanContinuation {

    private final PlanLineRepository store;
    private final PlanContentsQueries contents;
    private final EvidenceQueries evidence;
    private final LineageRepository lineage;
    private final OrganisationSettings settings;
    private final List<LineCarryOver> carried;
    private final Clock clock;

    PlanContinuationService(
            PlanLineRepository store,
            PlanContentsQueries contents,
            EvidenceQueries evidence,
            LineageRepository lineage,
            OrganisationSettings settings,
            List<LineCarryOver> carried,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.evidence = evidence;
        this.lineage = lineage;
        this.settings = settings;
        this.carried = carried;
        this.clock = clock;
    }

    @Override
    public PlanReview review(PlanId plan) {
        PlanBoard board =
                PlanBoardQueries.board(contents.findByPlans(plan), evidence.findByPlans(Set.of(plan)), settings);
        Map<UUID, UUID> earlier = lineage.findEarlierLines(Set.of(plan));
        Map<ActionId, ActionEvidence> before =
                evidence.findByPlans(lineage.findPrevious(plan).stream().toList());
        Map<ActionId, PlanReview.LineReview> beside = new HashMap<>();
        board.followed().forEach((id, followed) -> {
            UUID was = earlier.get(id.value());
            boolean quiet = was != null
                    && before.getOrDefault(new ActionId(was), ActionEvidence.NONE)
                                    .done()
                            == 0;
            ActionFollowUpFacts facts = followed.facts();
            beside.put(
                    id,
                    new PlanReview.LineReview(
                            facts.effort(), facts.responsible(), followed.responsible(), facts.completedOn(), quiet));
        });
        PlanSummary summary = board.header().summary();
        LocalDate from = summary.from();
        LocalDate to = summary.to();
        return new PlanReview(
                summary,
                board.progress(),
                beside,
                from == null || to == null ? null : PeriodShift.next(summary.title(), from, to),
                lineage.findNext(plan)
                        .map(next -> contents.header(next).summary())
                        .orElse(null));
    }

    @Override
    public Optional<PlanId> findNext(PlanId plan) {
        return lineage.findNext(plan);
    }

    @Override
    public Optional<PlanId> findPrevious(PlanId plan) {
        return lineage.findPrevious(plan);
    }

    @Override
    public Map<ActionId, ActionId> findContinuedLines(Collection<PlanId> plans) {
        return lineage.findEarlierActions(plans);
    }

    @Override
    @Transactional
    @Requires(ActionPlanPermissions.DRAFT)
    public PlanId continueAs(NextPlan next) {
        if (store.lockPlan(next.from()).status() == PlanStatus.DRAFT) {
            throw new Refused("actionplan.refused.continued-draft");
        }
        if (next.ends().isBefore(next.begins())) {
            throw new Refused("actionplan.refused.window");
        }
        return lineage.findNext(next.from()).orElseGet(() -> copy(next));
    }

    private PlanId copy(NextPlan next) {
        var copy = new PlanCopyRows(
                contents.findByPlans(next.from()),
                contents.sections(next.from()),
                next,
                clock.instant(),
                settings.today());
        store.insertAll(List.of(copy.plan));
        for (List<?> rows :
                List.of(copy.sections, copy.objectives, copy.means, copy.actions, copy.parts, copy.followUps)) {
            store.insertAll(rows);
        }
        PlanId made = copy.plan.typedId();
        lineage.insert(made, next.from(), copy.lineage);
        lineage.insertSupport(copy.support);
        carried.forEach(each -> each.carry(copy.fromTo));
        return made;
    }

    /**
     * The differences between a plan and the plan that it continues.
     *
     * @throws NotFound if it continues none
     */
    @Override
    public PlanComparison compare(PlanId plan) {
        PlanId earlier = lineage.findPrevious(plan).orElseThrow(() -> new NotFound("plan of the period before"));
        Map<UUID, UUID> continued = lineage.findEarlierLines(Set.of(plan));
        PlanContents now = contents.findByPlans(plan);
        PlanTree before = contents.tree(earlier);
        PlanTree after = PlanTreeRekeyer.rekey(
                PlanContentsQueries.assembleTree(now, contents.sections(plan)), earlier.value(), continued);
        Set<UUID> waits = now.entries().stream()
                .filter(entry -> entry.followUp().stated() == ActionState.POSTPONED)
                .map(entry -> continued.getOrDefault(
                        entry.action().id(), entry.action().id()))
                .collect(Collectors.toSet());
        Map<PlanLineOutcome, List<LineDifference>> lines = new EnumMap<>(PlanLineOutcome.class);
        Set<UUID> told = new HashSet<>();
        for (LineDifference each : PlanTreeComparison.between(before, after)) {
            told.add(each.line());
            outcomesOf(each, waits.contains(each.line())).forEach(fate -> put(lines, fate, each));
        }
        int kept = 0;
        for (LineDifference line : PlanTreeComparison.lines(after)) {
            boolean waiting = waits.contains(line.line());
            if (!told.contains(line.line()) && line.level() == LineLevel.ACTION) {
                if (waiting) {
                    put(lines, PlanLineOutcome.POSTPONED, line);
                } else {
                    kept++;
                }
            }
        }
        return new PlanComparison(
                contents.header(earlier).summary(), now.header().summary(), lines, kept);
    }

    private static void put(
            Map<PlanLineOutcome, List<LineDifference>> lines, PlanLineOutcome fate, LineDifference line) {
        lines.computeIfAbsent(fate, of -> new ArrayList<>()).add(line);
    }

    private static List<PlanLineOutcome> outcomesOf(LineDifference each, boolean waits) {
        PlanLineOutcome words = each.before() == null
                ? PlanLineOutcome.NEW
                : each.after() == null ? PlanLineOutcome.WITHDRAWN : PlanLineOutcome.REWORDED;
        return waits ? List.of(words, PlanLineOutcome.POSTPONED) : List.of(words);
    }
}
