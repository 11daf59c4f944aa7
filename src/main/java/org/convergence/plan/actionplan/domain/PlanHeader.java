package org.convergence.plan.actionplan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.jspecify.annotations.Nullable;

/**
 * The header shown on every page of a plan.
 *
 * @param adoption the decision that adopted it, {@code null} for a draft
 * @param enteredAt when it was created here
 * @param amendments number of changes recorded since
 * @param adoptionWords the sentence of its file that says who adopted it, {@code null} if there was none
 */
public record PlanHeader(
        PlanId id,
        int version,
        LineWording.PlanWording facts,
        PlanStatus status,
        @Nullable Decision adoption,
        @Nullable LocalDate closedOn,
        Instant enteredAt,
        int amendments,
        @Nullable String adoptionWords) {

    /** The latest period first; plans without a period before all others. */
    static final Comparator<PlanHeader> LATEST_FIRST = Comparator.comparing(
                    (PlanHeader plan) -> plan.facts().from(), Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(plan -> plan.id().value().toString());

    static PlanHeader of(Plan plan, int amendments) {
        return new PlanHeader(
                plan.typedId(),
                plan.version(),
                plan.wording(),
                plan.status(),
                plan.decision(),
                plan.closedOn(),
                plan.createdAt(),
                amendments,
                plan.adoptionWords());
    }

    public PlanSummary summary() {
        return new PlanSummary(id, facts.title(), facts.kind(), status, facts.from(), facts.to());
    }

    public boolean isDraft() {
        return status == PlanStatus.DRAFT;
    }

    public boolean isAdopted() {
        return status == PlanStatus.ADOPTED;
    }

    public boolean isClosed() {
        return status == PlanStatus.CLOSED;
    }
}
