package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlans.PlannedWork;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.Rhythm;
import org.jspecify.annotations.Nullable;

/** Lists the work left in a plan: its actions that are neither done nor set aside. */
final class PlannedWorkPolicy {

    private static final int MOST_STEPS = 60;

    private PlannedWorkPolicy() {}

    static Stream<PlannedWork> plannedWork(PlanBoard board, LocalDate today) {
        return board.progress().objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .flatMap(action -> openActions(board, action))
                .filter(action ->
                        action.state() != ActionState.DONE && !action.state().isSetAside())
                .flatMap(action -> work(board, action, today).stream());
    }

    private static Stream<ActionProgress> openActions(PlanBoard board, ActionProgress action) {
        boolean byParts = action.subActions().stream().anyMatch(part -> {
            FollowedAction followed = board.followed().get(part.line().id());
            return followed != null && followed.facts().effort() != null;
        });
        return byParts ? action.subActions().stream() : Stream.of(action);
    }

    private static List<PlannedWork> work(PlanBoard board, ActionProgress action, LocalDate today) {
        FollowedAction followed = board.followed().get(action.line().id());
        if (followed == null) {
            return List.of();
        }
        ActionFollowUpFacts facts = followed.facts();
        LocalDate from = facts.from() == null ? board.header().facts().from() : facts.from();
        LocalDate to = facts.to() == null ? board.header().facts().to() : facts.to();
        return List.of(new PlannedWork(
                action.line(),
                action.state(),
                facts.effort(),
                from,
                to,
                facts.timesPerYear(),
                steps(action, followed, today, to),
                facts.responsible()));
    }

    private static List<LocalDate> steps(
            ActionProgress action, FollowedAction followed, LocalDate today, @Nullable LocalDate to) {
        Integer times = followed.facts().timesPerYear();
        LocalDate since = followed.rhythmSince();
        List<LocalDate> steps = new ArrayList<>();
        if (times == null || since == null) {
            return steps;
        }
        LocalDate done = action.evidence().lastDone();
        LocalDate last = done == null || done.isBefore(since) ? since : done;
        LocalDate end = to == null ? today.plusYears(1) : to;
        var rhythm = new Rhythm(times, since);
        for (int i = 1; steps.size() < MOST_STEPS; i++) {
            LocalDate step = rhythm.stepAfter(last, i);
            if (step.isAfter(end)) {
                break;
            }
            if (!step.isBefore(today)) {
                steps.add(step);
            }
        }
        return steps;
    }
}
