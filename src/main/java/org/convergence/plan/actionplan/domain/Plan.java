package org.convergence.plan.actionplan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A stored plan; its lines are rows of their own.
 *
 * @param adoptionWords the sentence of the file that says who adopted it, {@code null} if there was none
 */
@Table(schema = "plan", value = "actionplan_plan")
record Plan(
        @Id UUID id,
        @Version int version,
        String title,
        PlanKind kind,
        PlanStatus status,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Embedded.Nullable(prefix = "decision_") @Nullable Decision decision,
        @Nullable LocalDate closedOn,
        int quietWeeks,
        Instant createdAt,
        @Nullable String adoptionWords) {

    static final String TABLE = "plan.actionplan_plan";

    static Plan draft(UUID id, LineWording.PlanWording facts, Instant now, @Nullable String adoptionWords) {
        return new Plan(
                id,
                0,
                facts.title(),
                facts.kind(),
                PlanStatus.DRAFT,
                facts.from(),
                facts.to(),
                null,
                null,
                facts.quietWeeks(),
                now,
                adoptionWords);
    }

    PlanId typedId() {
        return new PlanId(id);
    }

    LineWording.PlanWording wording() {
        return new LineWording.PlanWording(title, kind, periodFrom, periodTo, quietWeeks);
    }

    Plan withWording(LineWording.PlanWording facts) {
        return new Plan(
                id,
                version,
                facts.title(),
                facts.kind(),
                status,
                facts.from(),
                facts.to(),
                decision,
                closedOn,
                facts.quietWeeks(),
                createdAt,
                adoptionWords);
    }

    Plan adopted(Decision by) {
        return withStatus(PlanStatus.ADOPTED, by, null);
    }

    Plan backToDraft() {
        return withStatus(PlanStatus.DRAFT, null, null);
    }

    Plan closed(LocalDate on) {
        return withStatus(PlanStatus.CLOSED, decision, on);
    }

    Plan reopened() {
        return withStatus(PlanStatus.ADOPTED, decision, null);
    }

    private Plan withStatus(PlanStatus next, @Nullable Decision by, @Nullable LocalDate closed) {
        return new Plan(
                id, version, title, kind, next, periodFrom, periodTo, by, closed, quietWeeks, createdAt, adoptionWords);
    }
}
