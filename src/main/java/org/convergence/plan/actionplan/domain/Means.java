package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A means of an objective, tagged with an area. */
@Table(schema = "plan", value = "actionplan_means")
record Means(
        @Id UUID id,
        @Version int version,
        PlanId plan,
        ObjectiveId objective,
        int position,
        @Nullable String code,
        String title,
        String text,
        @Nullable Area area,
        @Nullable LocalDate droppedOn,
        @Nullable String droppedReason)
        implements Line {

    static Means of(UUID id, PlanId plan, ObjectiveId objective, int position, Wording.OfMeans words) {
        return new Means(
                id, 0, plan, objective, position, words.code(), words.title(), words.text(), words.area(), null, null);
    }

    @Override
    public Wording.OfMeans wording() {
        return new Wording.OfMeans(code, title, text, area);
    }

    @Override
    public Means worded(Wording wording) {
        var words = (Wording.OfMeans) wording;
        return new Means(
                id,
                version,
                plan,
                objective,
                position,
                words.code(),
                words.title(),
                words.text(),
                words.area(),
                droppedOn,
                droppedReason);
    }

    @Override
    public Means dropped(@Nullable LocalDate on, @Nullable String reason) {
        return new Means(id, version, plan, objective, position, code, title, text, area, on, reason);
    }
}
