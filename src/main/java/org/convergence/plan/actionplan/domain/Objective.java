package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An objective of a plan. */
@Table(schema = "plan", value = "actionplan_objective")
record Objective(
        @Id UUID id,
        @Version int version,
        PlanId plan,
        int position,
        @Nullable String code,
        String title,
        String text,
        @Nullable LocalDate droppedOn,
        @Nullable String droppedReason)
        implements StoredLine {

    static Objective create(UUID id, PlanId plan, int position, LineWording.ObjectiveWording words) {
        return new Objective(id, 0, plan, position, words.code(), words.title(), words.text(), null, null);
    }

    @Override
    public LineWording.ObjectiveWording wording() {
        return new LineWording.ObjectiveWording(code, title, text);
    }

    @Override
    public Objective withWording(LineWording wording) {
        var words = (LineWording.ObjectiveWording) wording;
        return new Objective(
                id, version, plan, position, words.code(), words.title(), words.text(), droppedOn, droppedReason);
    }

    @Override
    public Objective withDrop(@Nullable LocalDate on, @Nullable String reason) {
        return new Objective(id, version, plan, position, code, title, text, on, reason);
    }
}
