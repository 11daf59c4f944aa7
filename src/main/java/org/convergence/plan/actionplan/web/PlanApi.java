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
import org.convergence.plan.actionplan.domain.LineLinks;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of plans. */
@RestController
@RequestMapping("/api/v1/plans")
@Requires(ActionPlanPermissions.READ)
@Tag(name = "plans")
class PlanApi {

    private final ActionPlans plans;
    private final LineLinks links;

    PlanApi(ActionPlans plans, LineLinks links) {
        this.plans = plans;
        this.links = links;
    }

    /** A plan in the list; its days are {@code null} if they are not known yet. */
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

    /** A line whose realisations count for another. */
    @Schema(name = "LineLink", description = "What is done for the contributor counts for the line served, once")
    record Link(UUID contributor, UUID served) {}

    /** The links of a plan's lines. */
    @Schema(name = "LineLinks")
    record Links(List<Link> items) {}

    @GetMapping("/{id}/links")
    @Operation(summary = "The links between the lines of a plan and those of other plans, at either end")
    Links links(@PathVariable UUID id) {
        return new Links(links.of(new PlanId(id)).stream()
                .map(each -> new Link(each.contributor().value(), each.served().value()))
                .toList());
    }
}
