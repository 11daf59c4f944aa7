package org.convergence.plan.preparation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.NextPeriod;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.LineChoice;
import org.convergence.plan.preparation.domain.Preparation;
import org.convergence.plan.preparation.domain.Preparation.PreparedLine;
import org.convergence.plan.preparation.domain.PreparationChoice;
import org.convergence.plan.preparation.domain.PreparationProposal;
import org.convergence.plan.preparation.domain.PreparationQueries;
import org.convergence.plan.preparation.domain.PreparationService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of the preparation of the next plan. */
@RestController
@RequestMapping(path = "/api/v1/plans/{id}/next", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "plans")
record PreparationApi(PreparationQueries preparationQueries, PreparationService preparation) {

    /** A request to create the next plan. */
    record NextPlanRequest(
            @Schema(description = "As proposed by default") @Nullable
            String title,

            @Nullable LocalDate from,
            @Nullable LocalDate to,

            @ArraySchema(
                    maxItems = 1_000,
                    arraySchema =
                            @Schema(
                                    description =
                                            "Decisions to save first; other lines keep their decision or proposal"))
            @Nullable
            List<NextPlanLineRequest> lines) {

        /** The decision on a line. */
        @Schema(name = "NextPlanLineRequest")
        record NextPlanLineRequest(
                UUID action,
                PreparationChoice choice,

                @ApiCondition(with = "choice", is = "REWORD") @Nullable
                String text,

                @ApiCondition(
                        with = "choice",
                        is = {"KEEP", "REWORD", "POSTPONE"})
                @Nullable
                BigDecimal target,

                @ApiCondition(with = "choice", is = "POSTPONE") @Nullable
                String reason) {}
    }

    private record NextPlanInput(NextPeriod period, Map<ActionId, LineChoice> chosen) {}

    @GetMapping
    @Requires(PreparationPermissions.READ)
    @Operation(
            summary = "The sheet on which the next plan is prepared",
            description = "Each line with what happened, what it cost, what is proposed and what was decided.")
    PreparationResources.SheetResource sheet(@PathVariable UUID id) {
        return PreparationResources.SheetResource.of(preparationQueries.findSheet(new PlanId(id)));
    }

    @PostMapping
    @Requires(PreparationPermissions.PREPARE)
    @Operation(
            summary = "Decide lines and make the draft of the next plan",
            description = "Made once: a repeat returns the plan already made and decides no lines.")
    @ApiResponse(
            responseCode = "201",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PreparationResources.CreatedPlanResource.class)))
    ResponseEntity<String> make(
            @PathVariable UUID id, IdempotentPost post, @RequestBody NextPlanRequest sent, Words t) {
        return post.json(sent, it -> make(new PlanId(id), it, t));
    }

    private IdempotentResponse make(PlanId plan, NextPlanRequest sent, Words t) {
        Preparation sheet = preparation.findSheet(plan);
        NextPlanInput order = JsonForm.read(sent, (answers, form) -> read(sheet, sent, answers, form));
        PlanId made = preparation.createNextPlan(plan, order.chosen(), order.period(), t.say("preparation.waiting"));
        return IdempotentResponse.created(new PreparationResources.CreatedPlanResource(made.value()));
    }

    private static NextPlanInput read(Preparation sheet, NextPlanRequest request, FormValues answers, Form form) {
        NextPeriod proposed = sheet.period();
        for (Map.Entry<String, Object> usual : Map.<String, Object>of(
                        "title", proposed.title(), "from", proposed.from(), "to", proposed.to())
                .entrySet()) {
            if (!form.filled(usual.getKey())) {
                form.with(usual.getKey(), usual.getValue());
            }
        }
        NextPeriod period = NextPlanController.period(answers, form);
        Map<ActionId, LineChoice> chosen = new LinkedHashMap<>();
        List<NextPlanRequest.NextPlanLineRequest> lines = Objects.requireNonNullElse(request.lines(), List.of());
        for (NextPlanRequest.NextPlanLineRequest each : lines) {
            JsonForm.read(each, (sent, line) -> {
                var action = new ActionId(each.action());
                PreparedLine known = sheet.lines().get(action);
                if (known == null) {
                    line.reject("action", "shell.form.choice");
                } else {
                    if (LineChoiceForm.target(known) == null) {
                        JsonForm.refuseFilled(line, "target");
                    }
                    chosen.put(action, LineChoiceForm.read(sent, line.atVersion(known.version()), known));
                }
                return action;
            });
        }
        return new NextPlanInput(period, chosen);
    }

    /** The API resources of the preparation of a plan. */
    public static final class PreparationResources {

        private PreparationResources() {}

        /** The sheet. */
        @Schema(name = "NextPlanSheet")
        public record SheetResource(
                UUID plan,

                @Schema(description = "Id of the plan made from it; null until there is one") @Nullable
                UUID next,

                @Schema(description = "As proposed") String title,

                LocalDate from,
                LocalDate to,
                List<SheetLineResource> lines) {

            static SheetResource of(Preparation sheet) {
                NextPeriod period = sheet.period();
                var next = sheet.year().next();
                return new SheetResource(
                        sheet.year().plan().id().value(),
                        next == null ? null : next.id().value(),
                        period.title(),
                        period.from(),
                        period.to(),
                        sheet.lines().values().stream()
                                .map(line -> SheetLineResource.of(line, sheet))
                                .toList());
            }
        }

        /** A line with its results, proposal and decision. */
        @Schema(name = "NextPlanLine")
        public record SheetLineResource(
                UUID action,

                @Schema(description = "Id of the action that it is a part of; null for an action") @Nullable
                UUID parent,

                String label,
                ActionState state,
                int done,
                long participations,
                BigDecimal hours,

                @Schema(description = "Whether the hours were entered; else they are an estimate")
                boolean worked,

                @Nullable EffortSize effort,
                PreparationProposalResource proposal,

                @Schema(description = "The decision; null until there is one") @Nullable
                LineChoiceResource decided,

                @Schema(description = "Its current outcome: a withdrawn line takes its parts with it")
                PreparationChoice becomes) {

            static SheetLineResource of(PreparedLine line, Preparation sheet) {
                var parent = line.action().line().parent();
                var chosen = line.chosen();
                return new SheetLineResource(
                        SheetPageAssembler.id(line),
                        parent == null ? null : parent.value(),
                        line.action().line().label(),
                        line.action().state(),
                        line.action().evidence().done(),
                        line.action().evidence().participations(),
                        line.hours().hours(),
                        line.hours().entered(),
                        line.beside().effort(),
                        PreparationProposalResource.of(line.proposal()),
                        chosen == null
                                ? null
                                : new LineChoiceResource(
                                        chosen.version(),
                                        chosen.choice(),
                                        chosen.text(),
                                        chosen.target(),
                                        chosen.reason()),
                        sheet.outcomeOf(line));
            }
        }

        /** The proposal, its reason, and the proposed size and target. */
        @Schema(name = "NextPlanProposal")
        public record PreparationProposalResource(
                PreparationChoice choice,
                PreparationProposal.ProposalReason reason,
                @Nullable EffortSize effort,
                @Nullable BigDecimal target) {

            static PreparationProposalResource of(PreparationProposal proposal) {
                return new PreparationProposalResource(
                        proposal.choice(), proposal.reason(), proposal.effort(), proposal.target());
            }
        }

        /** The decision. */
        @Schema(name = "NextPlanDecision")
        public record LineChoiceResource(
                int version,
                PreparationChoice choice,

                @Schema(description = "Other words for the line; with REWORD") @Nullable
                String text,

                @Nullable BigDecimal target,

                @Schema(description = "Why it waits; with POSTPONE") @Nullable
                String reason) {}

        /** The created plan. */
        @Schema(name = "NextPlanMade")
        public record CreatedPlanResource(UUID plan) {}
    }
}
