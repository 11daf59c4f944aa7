package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.NextPlan;
import org.jspecify.annotations.Nullable;

/**
 * Copies a line's follow-up into the next period (R-NEXT-2): windows move with the period, the rhythm stays and is
 * counted from its first day; what was done, states of this year and leaving people are not copied.
 */
final class FollowUpCopier {

    private final NextPlan next;
    private final PeriodShift shift;
    private final LocalDate today;

    FollowUpCopier(NextPlan next, LocalDate began, LocalDate today) {
        this.next = next;
        this.shift = PeriodShift.between(began, next.begins());
        this.today = today;
    }

    ActionFollowUp copy(UUID line, ActionFollowUp past, NextPlan.ContinuedLine decided) {
        boolean waits = decided.postponed() != null;
        return new ActionFollowUp(
                line,
                0,
                withoutLeaving(past.responsible()),
                past.responsibleWords(),
                shift.shift(past.windowFrom()),
                shift.shift(past.windowTo()),
                shift.shift(past.dueWords()),
                past.timesPerYear(),
                past.timesPerYear() == null ? null : next.begins(),
                decided.effort() == null ? past.effort() : decided.effort(),
                null,
                null,
                waits ? ActionState.POSTPONED : null,
                decided.postponed(),
                waits ? today : null);
    }

    List<UUID> withoutLeaving(List<PlanContents.SupportPerson> helpers) {
        return helpers.stream()
                .map(PlanContents.SupportPerson::id)
                .filter(person -> !next.gone().contains(person))
                .toList();
    }

    private @Nullable UUID withoutLeaving(@Nullable UUID person) {
        return person == null || next.gone().contains(person) ? null : person;
    }
}
