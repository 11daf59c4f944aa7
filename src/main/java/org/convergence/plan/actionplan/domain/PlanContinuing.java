package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ComparedYears;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.PlanContinuation;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.YearBehind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reviews a plan, and creates the next one from the decisions on its lines. */
@Component
@Transactional(readOnly = true)
class PlanContinuing implements PlanContinuation {

    private final LineStore store;
    private final ContentsReader contents;
    private final EvidenceDesk evidence;
    private final Lineage lineage;
    private final YearComparison years;
    private final PlanCopying copying;
    private final OrganisationSettings settings;

    PlanContinuing(
            LineStore store,
            ContentsReader contents,
            EvidenceDesk evidence,
            Lineage lineage,
            YearComparison years,
            PlanCopying copying,
            OrganisationSettings settings) {
        this.store = store;
        this.contents = contents;
        this.evidence = evidence;
        this.lineage = lineage;
        this.years = years;
        this.copying = copying;
        this.settings = settings;
    }

    @Override
    public YearBehind yearBehind(PlanId plan) {
        PlanBoard board = PlanBoards.board(contents.of(plan), evidence.of(Set.of(plan)), settings);
        Map<UUID, UUID> earlier = lineage.of(Set.of(plan));
        Map<ActionId, Evidence> before =
                evidence.of(lineage.before(plan).stream().toList());
        Map<ActionId, YearBehind.Beside> beside = new HashMap<>();
        board.followed().forEach((id, followed) -> {
            UUID was = earlier.get(id.value());
            boolean quiet = was != null
                    && before.getOrDefault(new ActionId(was), Evidence.NONE).done() == 0;
            FollowUpFacts facts = followed.facts();
            beside.put(
                    id,
                    new YearBehind.Beside(
                            facts.effort(), facts.responsible(), followed.responsible(), facts.completedOn(), quiet));
        });
        PlanSummary summary = board.header().summary();
        LocalDate from = summary.from();
        LocalDate to = summary.to();
        return new YearBehind(
                summary,
                board.progress(),
                beside,
                from == null || to == null ? null : PeriodShift.next(summary.title(), from, to),
                lineage.nextOf(plan)
                        .map(next -> contents.header(next).summary())
                        .orElse(null));
    }

    @Override
    public ComparedYears compared(PlanId plan) {
        return years.of(plan);
    }

    @Override
    public Optional<PlanId> next(PlanId plan) {
        return lineage.nextOf(plan);
    }

    @Override
    public Optional<PlanId> before(PlanId plan) {
        return lineage.before(plan);
    }

    @Override
    public Map<ActionId, ActionId> continued(Collection<PlanId> plans) {
        return lineage.ofActions(plans);
    }

    @Override
    @Transactional
    @Requires(ActionPlanPermissions.DRAFT)
    public PlanId continueAs(NextPlan next) {
        if (store.heldPlan(next.from()).status() == PlanStatus.DRAFT) {
            throw new Refused("actionplan.refused.continued-draft");
        }
        if (next.ends().isBefore(next.begins())) {
            throw new Refused("actionplan.refused.window");
        }
        return lineage.nextOf(next.from()).orElseGet(() -> copying.copy(next));
    }
}
