package org.convergence.plan.actionplan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.MeansSignal;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.domain.LineLinkQueries;
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
record PlanApi(ActionPlans plans, LineLinkQueries links) {

    /** A plan in the list; its days are {@code null} if they are not known yet. */
    @Schema(name = "PlanInList")
    record PlanResource(
            UUID id,
            String title,
            PlanKind kind,
            PlanStatus status,

            @Schema(description = "First day of its period") @Nullable
            LocalDate from,

            @Schema(description = "Last day of its period") @Nullable
            LocalDate to) {

        static PlanResource of(PlanSummary plan) {
            return new PlanResource(
                    plan.id().value(), plan.title(), plan.kind(), plan.status(), plan.from(), plan.to());
        }
    }

    /** All plans. */
    @Schema(name = "Plans")
    record PlanListResource(List<PlanResource> items) {}

    @GetMapping
    @Operation(summary = "List the plans, the latest period first")
    PlanListResource list() {
        return new PlanListResource(
                plans.findAll().stream().map(PlanResource::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One plan with its whole tree, without dropped lines")
    PlanTree one(@PathVariable UUID id) {
        return plans.tree(new PlanId(id));
    }

    /** A line whose realisations count for another. */
    @Schema(name = "LineLink", description = "A realisation of the contributor counts once for the line served")
    record LineLinkResource(UUID contributor, UUID served) {}

    /** The links of a plan's lines. */
    @Schema(name = "LineLinks")
    record LineLinksResource(List<LineLinkResource> items) {}

    @GetMapping("/{id}/links")
    @Operation(summary = "The links between the lines of a plan and those of other plans, at either end")
    LineLinksResource links(@PathVariable UUID id) {
        return new LineLinksResource(links.findLinks(new PlanId(id)).stream()
                .map(each -> new LineLinkResource(
                        each.contributor().value(), each.served().value()))
                .toList());
    }

    @GetMapping("/{plan}/progress")
    @Operation(
            summary = "The progress of a plan today, by rules",
            description =
                    "Counts of actions by state, never an average; a closed plan is shown as on the day it was closed.")
    PlanProgressResource progress(@PathVariable UUID plan) {
        PlanProgress progress = plans.progress(new PlanId(plan));
        return new PlanProgressResource(
                plan,
                progress.asOf(),
                progress.totalCounts().byState(),
                progress.objectives().stream().map(PlanApi::objective).toList());
    }

    private static ObjectiveProgressResource objective(PlanProgress.ObjectiveProgress each) {
        return new ObjectiveProgressResource(
                each.id().value(),
                each.code(),
                each.title(),
                each.counts().byState(),
                each.means().stream().map(PlanApi::means).toList());
    }

    private static MeansProgressResource means(PlanProgress.MeansProgress each) {
        return new MeansProgressResource(
                each.id().value(),
                each.code(),
                each.title(),
                each.area(),
                each.counts().byState(),
                each.signal(),
                each.lastDone(),
                each.quietWeeks(),
                each.actions().stream().map(PlanApi::action).toList());
    }

    private static ActionProgressResource action(PlanProgress.ActionProgress each) {
        return new ActionProgressResource(
                each.line().id().value(),
                each.line().title(),
                each.line().commitment(),
                each.state(),
                each.reason(),
                each.evidence().done(),
                each.evidence().lastDone(),
                each.target(),
                each.subActions().stream().map(PlanApi::action).toList());
    }

    /** The progress of a plan on a day: the number of actions in each state, never an average. */
    @Schema(name = "Progress")
    record PlanProgressResource(
            UUID plan, LocalDate asOf, Map<ActionState, Integer> counts, List<ObjectiveProgressResource> objectives) {}

    /** Progress of an objective. */
    @Schema(name = "ProgressOfObjective")
    record ObjectiveProgressResource(
            UUID id,
            @Nullable String code,
            String title,
            Map<ActionState, Integer> counts,
            List<MeansProgressResource> means) {}

    /**
     * Progress of a means.
     *
     * @param quietWeeks whole weeks without a realisation if its signal is quiet; else 0
     */
    @Schema(name = "ProgressOfMeans")
    record MeansProgressResource(
            UUID id,
            @Nullable String code,
            String title,
            @Nullable Area area,
            Map<ActionState, Integer> counts,
            MeansSignal signal,
            @Nullable LocalDate lastDone,
            int quietWeeks,
            List<ActionProgressResource> actions) {}

    /**
     * Progress of an action or sub-action.
     *
     * @param realisations how many were done for it
     * @param reason the reason of a state set by a person
     */
    @Schema(name = "ProgressOfAction")
    record ActionProgressResource(
            UUID id,
            String title,
            Commitment commitment,
            ActionState state,
            @Nullable String reason,
            int realisations,
            @Nullable LocalDate lastDone,
            @Nullable ActionTarget target,
            List<ActionProgressResource> subActions) {}
}
