package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;

/** An action of a means, or a sub-action if it has a parent, with the plan's wording. */
@Table(schema = "plan", value = "actionplan_action")
record Action(
        @Id UUID id,
        @Version int version,
        PlanId plan,
        MeansId means,
        @Nullable ActionId parent,
        int position,
        @Nullable String code,
        @Nullable String title,
        String text,
        Json conditions,
        Commitment commitment,
        @Nullable Json target,
        @Nullable LocalDate droppedOn,
        @Nullable String droppedReason)
        implements StoredLine {

    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

    static Action create(
            UUID id,
            PlanId plan,
            MeansId means,
            @Nullable ActionId parent,
            int position,
            LineWording.ActionWording words) {
        return new Action(
                        id,
                        0,
                        plan,
                        means,
                        parent,
                        position,
                        null,
                        null,
                        "",
                        Json.of(List.of()),
                        Commitment.FIRM,
                        null,
                        null,
                        null)
                .withWording(words);
    }

    @Override
    public LineWording.ActionWording wording() {
        return new LineWording.ActionWording(code, title, text, commitment, conditionsOf(conditions), targetOf(target));
    }

    @Override
    public Action withWording(LineWording wording) {
        var words = (LineWording.ActionWording) wording;
        return new Action(
                id,
                version,
                plan,
                means,
                parent,
                position,
                words.code(),
                words.title(),
                words.text(),
                Json.of(words.conditions()),
                words.commitment(),
                words.target() == null ? null : Json.of(words.target()),
                droppedOn,
                droppedReason);
    }

    @Override
    public Action withDrop(@Nullable LocalDate on, @Nullable String reason) {
        return new Action(
                id,
                version,
                plan,
                means,
                parent,
                position,
                code,
                title,
                text,
                conditions,
                commitment,
                target,
                on,
                reason);
    }

    static List<Condition> conditionsOf(Json json) {
        return json.node().isEmpty() ? List.of() : json.as(CONDITIONS);
    }

    static @Nullable ActionTarget targetOf(@Nullable Json json) {
        return json == null || json.node().isNull() ? null : json.as(ActionTarget.class);
    }
}
