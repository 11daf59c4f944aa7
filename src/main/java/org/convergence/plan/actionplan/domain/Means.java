package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
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
        implements StoredLine {

    static Means create(UUID id, PlanId plan, ObjectiveId objective, int position, LineWording.MeansWording words) {
        return new Means(
                id, 0, plan, objective, position, words.code(), words.title(), words.text(), words.area(), null, null);
    }

    @Override
    public LineWording.MeansWording wording() {
        return new LineWording.MeansWording(code, title, text, area);
    }

    @Override
    public Means withWording(LineWording wording) {
        var words = (LineWording.MeansWording) wording;
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
    public Means withDrop(@Nullable LocalDate on, @Nullable String reason) {
        return new Means(id, version, plan, objective, position, code, title, text, area, on, reason);
    }
}
