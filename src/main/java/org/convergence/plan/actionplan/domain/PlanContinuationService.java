package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.PlanComparison;
import org.convergence.plan.actionplan.PlanContinuation;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanReview;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reviews a plan, and creates the next one from the decisions on its lines. */
@Component
@Transactional(readOnly = true)
class PlanContinuationService implements PlanContinuation {

    private final PlanLineRepository store;
    private final PlanContentsQueries contents;
    private final EvidenceQueries evidence;
    private final LineageRepository lineage;
    private final PlanComparisonQueries planComparisonQueries;
    private final PlanCopyWriter planCopyWriter;
    private final OrganisationSettings settings;

    PlanContinuationService(
            PlanLineRepository store,
            PlanContentsQueries contents,
            EvidenceQueries evidence,
            LineageRepository lineage,
            PlanComparisonQueries planComparisonQueries,
            PlanCopyWriter planCopyWriter,
            OrganisationSettings settings) {
        this.store = store;
        this.contents = contents;
        this.evidence = evidence;
        this.lineage = lineage;
        this.planComparisonQueries = planComparisonQueries;
        this.planCopyWriter = planCopyWriter;
        this.settings = settings;
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
    public PlanComparison compare(PlanId plan) {
        return planComparisonQueries.compare(plan);
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
        return lineage.findNext(next.from()).orElseGet(() -> planCopyWriter.copy(next));
    }
}
