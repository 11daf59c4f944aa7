package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.Wording;
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
        implements Line {

    static Objective of(UUID id, PlanId plan, int position, Wording.OfObjective words) {
        return new Objective(id, 0, plan, position, words.code(), words.title(), words.text(), null, null);
    }

    @Override
    public Wording.OfObjective wording() {
        return new Wording.OfObjective(code, title, text);
    }

    @Override
    public Objective worded(Wording wording) {
        var words = (Wording.OfObjective) wording;
        return new Objective(
                id, version, plan, position, words.code(), words.title(), words.text(), droppedOn, droppedReason);
    }

    @Override
    public Objective dropped(@Nullable LocalDate on, @Nullable String reason) {
        return new Objective(id, version, plan, position, code, title, text, on, reason);
    }
}
