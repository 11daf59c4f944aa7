package org.convergence.plan.preparation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.NextPeriod;
import org.convergence.plan.preparation.domain.Preparation;
import org.convergence.plan.preparation.domain.Preparation.PreparedLine;
import org.convergence.plan.preparation.domain.PreparationChoice;
import org.convergence.plan.preparation.domain.PreparationProposal;
import org.jspecify.annotations.Nullable;

/** The API resources of the preparation of a plan. */
public final class PreparationResources {

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
                                    chosen.version(), chosen.choice(), chosen.text(), chosen.target(), chosen.reason()),
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
