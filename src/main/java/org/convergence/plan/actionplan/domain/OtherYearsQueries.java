package org.convergence.plan.actionplan.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.access.Requires;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a line's versions in the plans of other periods, with what was done. */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class OtherYearsQueries {

    private final LineageRepository lineage;
    private final ActionPlans plans;
    private final EvidenceQueries evidence;

    OtherYearsQueries(LineageRepository lineage, ActionPlans plans, EvidenceQueries evidence) {
        this.lineage = lineage;
        this.plans = plans;
        this.evidence = evidence;
    }

    /** A line in another period, with what was done for it. */
    public record LineInOtherYear(PlanSummary plan, PlanLine line, int done, BigDecimal hours) {}

    /** The other periods of an action, the latest first; in a fixed number of queries. */
    public List<LineInOtherYear> findByAction(ActionId action) {
        List<LineageRepository.OtherPeriodLine> others = lineage.findOtherPeriods(action.value());
        if (others.isEmpty()) {
            return List.of();
        }
        List<PlanId> in = others.stream()
                .map(LineageRepository.OtherPeriodLine::plan)
                .distinct()
                .toList();
        Map<ActionId, ActionEvidence> shown = evidence.findByPlans(in);
        Map<PlanId, PlanSummary> summaries =
                plans.findAll().stream().collect(Collectors.toMap(PlanSummary::id, Function.identity()));
        Map<ActionId, PlanLine> lines = plans.findLinesById(
                others.stream().map(other -> new ActionId(other.line())).toList());
        return others.stream()
                .map(other -> {
                    var id = new ActionId(other.line());
                    ActionEvidence done = shown.getOrDefault(id, ActionEvidence.NONE);
                    return new LineInOtherYear(
                            Objects.requireNonNull(summaries.get(other.plan())),
                            Objects.requireNonNull(lines.get(id)),
                            done.done(),
                            done.hours());
                })
                .toList();
    }
}
