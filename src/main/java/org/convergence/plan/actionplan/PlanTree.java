package org.convergence.plan.actionplan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole plan with its ids, as returned by the API and as stored at adoption. Dropped lines are left out. A code is as
 * written in the plan, {@code null} if there is none.
 */
public record PlanTree(
        UUID id,
        String title,
        PlanKind kind,
        PlanStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<SectionNode> sections,
        List<ObjectiveNode> objectives) {

    private static final String LINE = "A line of the plan; its code as written, null if none";

    /** A part outside the objectives. */
    @Schema(name = "PlanSection", description = "A part of the plan outside its objectives")
    public record SectionNode(UUID id, SectionKind kind, String title, String text) {}

    /** An objective. */
    @Schema(name = "PlanObjective", description = LINE)
    public record ObjectiveNode(UUID id, @Nullable String code, String title, String text, List<MeansNode> means) {}

    /** A means, with its area. */
    @Schema(name = "PlanMeans", description = LINE)
    public record MeansNode(
            UUID id,
            @Nullable String code,
            String title,
            String text,
            @Nullable Area area,
            List<ActionNode> actions) {}

    /** An action or a sub-action; the title is {@code null} if it has only a text. */
    @Schema(name = "PlanAction", description = LINE + "; commitment is the first of its conditions, else FIRM")
    public record ActionNode(
            UUID id,
            @Nullable String code,
            @Nullable String title,
            String text,
            @Nullable Area area,
            Commitment commitment,
            List<Condition> conditions,
            @Nullable ActionTarget target,
            List<ActionNode> subActions) {}
}
