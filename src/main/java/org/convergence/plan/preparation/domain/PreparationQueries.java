package org.convergence.plan.preparation.domain;

import java.util.Optional;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanContinuation;
import org.convergence.plan.actionplan.PlanContinuation.PlanComparison;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the preparation sheet of a plan, and the next plan made from it. */
@Service
@Transactional(readOnly = true)
@Requires(PreparationPermissions.READ)
public class PreparationQueries {

    private final PreparationAssembler sheets;
    private final ActionPlans plans;
    private final PlanContinuation continuation;
    private final AuditTrail trail;

    PreparationQueries(
            PreparationAssembler sheets, ActionPlans plans, PlanContinuation continuation, AuditTrail trail) {
        this.sheets = sheets;
        this.plans = plans;
        this.continuation = continuation;
        this.trail = trail;
    }

    /**
     * The sheet of a plan.
     *
     * @throws org.convergence.platform.database.Refused for a draft, which has no realisations yet
     */
    public Preparation findSheet(PlanId plan) {
        return sheets.assemble(plan);
    }

    /** The plan from which a draft was prepared; empty for any other plan. */
    public Optional<PlanId> findPreparedFrom(PlanId plan) {
        return plans.findAll().stream()
                .filter(each -> each.id().equals(plan) && each.status() == PlanStatus.DRAFT)
                .findFirst()
                .flatMap(each -> continuation.findPrevious(plan));
    }

    /**
     * A plan compared with the plan prepared from it.
     *
     * @throws NotFound if there is none yet
     */
    public PlanComparison compareWithNext(PlanId plan) {
        return continuation.compare(continuation.findNext(plan).orElseThrow(() -> new NotFound("next plan")));
    }

    /** The last person to decide on a line. */
    public String findLastDecider(ActionId action) {
        return trail.findByRow(LineChoiceRepository.TABLE, action.value(), 1).stream()
                .map(AuditEntry::who)
                .findFirst()
                .orElse("–");
    }
}
