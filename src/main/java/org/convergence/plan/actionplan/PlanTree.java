package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole plan as it stands, with its ids: as the programming interface answers it, and as it is kept when it is
 * adopted. Lines that were dropped are not in it. A code is as
 * written in the plan, {@code null} where none is.
 */
public record PlanTree(
        UUID id,
        String title,
        PlanKind kind,
        PlanStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Section> sections,
        List<Objective> objectives) {

    /** A part outside the objectives. */
    public record Section(UUID id, SectionKind kind, String title, String text) {}

    /** An objective. */
    public record Objective(UUID id, @Nullable String code, String title, String text, List<Means> means) {}

    /** A means, with the area that it is tagged to. */
    public record Means(
            UUID id,
            @Nullable String code,
            String title,
            String text,
            @Nullable Area area,
            List<Action> actions) {}

    /** An action or a sub-action; the title is {@code null} where it has none besides its text. */
    public record Action(
            UUID id,
            @Nullable String code,
            @Nullable String title,
            String text,
            @Nullable Area area,
            Commitment commitment,
            List<Condition> conditions,
            @Nullable Target target,
            List<Action> subActions) {}
}
