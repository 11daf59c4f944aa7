package org.convergence.plan.preparation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.NextPeriod;
import org.convergence.plan.preparation.domain.Choice;
import org.convergence.plan.preparation.domain.Preparation;
import org.convergence.plan.preparation.domain.PreparedLine;
import org.convergence.plan.preparation.domain.Proposal;
import org.jspecify.annotations.Nullable;

/** The API resources of the preparation of a plan. */
public final class PreparationJson {

    private PreparationJson() {}

    /** The sheet. */
    @Schema(name = "NextPlanSheet")
    public record Sheet(
            UUID plan,

            @Schema(description = "Id of the plan that was made from it; null as long as there is none") @Nullable
            UUID next,

            @Schema(description = "As proposed") String title,

            LocalDate from,
            LocalDate to,
            List<Line> lines) {

        static Sheet of(Preparation sheet) {
            NextPeriod period = sheet.period();
            var next = sheet.year().next();
            return new Sheet(
                    sheet.year().plan().id().value(),
                    next == null ? null : next.id().value(),
                    period.title(),
                    period.from(),
                    period.to(),
                    sheet.lines().values().stream()
                            .map(line -> Line.of(line, sheet))
                            .toList());
        }
    }

    /** A line with its results, proposal and decision. */
    @Schema(name = "NextPlanLine")
    public record Line(
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
            Proposed proposal,

            @Schema(description = "What was decided; null as long as nothing was") @Nullable
            Decided decided,

            @Schema(description = "What becomes of it as things stand: what is withdrawn takes its parts with it")
            Choice becomes) {

        static Line of(PreparedLine line, Preparation sheet) {
            var parent = line.action().line().parent();
            var chosen = line.chosen();
            return new Line(
                    SheetPages.id(line),
                    parent == null ? null : parent.value(),
                    line.action().line().label(),
                    line.action().state(),
                    line.action().evidence().done(),
                    line.action().evidence().participations(),
                    line.hours().hours(),
                    line.hours().entered(),
                    line.beside().effort(),
                    Proposed.of(line.proposal()),
                    chosen == null
                            ? null
                            : new Decided(
                                    chosen.version(), chosen.choice(), chosen.text(), chosen.target(), chosen.reason()),
                    sheet.fate(line));
        }
    }

    /** The proposal, its reason, and the proposed size and target. */
    @Schema(name = "NextPlanProposal")
    public record Proposed(
            Choice choice,
            Proposal.Reason reason,
            @Nullable EffortSize effort,
            @Nullable BigDecimal target) {

        static Proposed of(Proposal proposal) {
            return new Proposed(proposal.choice(), proposal.reason(), proposal.effort(), proposal.target());
        }
    }

    /** The decision. */
    @Schema(name = "NextPlanDecision")
    public record Decided(
            int version,
            Choice choice,

            @Schema(description = "Other words for the line; with REWORD") @Nullable
            String text,

            @Nullable BigDecimal target,

            @Schema(description = "Why it waits; with POSTPONE") @Nullable
            String reason) {}

    /** The created plan. */
    @Schema(name = "NextPlanMade")
    public record Made(UUID plan) {}
}
