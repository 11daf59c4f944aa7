package org.convergence.plan.actionplan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans for programs. */
@RestController
@RequestMapping("/api/v1/plans")
@Requires(ActionPlanPermissions.READ)
@Tag(name = "plans")
class PlanApi {

    private final ActionPlans plans;

    PlanApi(ActionPlans plans) {
        this.plans = plans;
    }

    /** A plan in the list; its days are {@code null} where they are not known yet. */
    @Schema(name = "PlanInList")
    record Listed(
            UUID id,
            String title,
            PlanKind kind,
            PlanStatus status,

            @Schema(description = "First day of its period") @Nullable
            LocalDate from,

            @Schema(description = "Last day of its period") @Nullable
            LocalDate to) {

        static Listed of(PlanSummary plan) {
            return new Listed(plan.id().value(), plan.title(), plan.kind(), plan.status(), plan.from(), plan.to());
        }
    }

    /** All plans. */
    @Schema(name = "Plans")
    record All(List<Listed> items) {}

    @GetMapping
    @Operation(summary = "List the plans, the latest period first")
    All list() {
        return new All(plans.all().stream().map(Listed::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One plan with its whole tree, without what was dropped")
    PlanTree one(@PathVariable UUID id) {
        return plans.tree(new PlanId(id));
    }
}
