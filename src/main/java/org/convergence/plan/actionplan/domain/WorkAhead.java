package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.PlannedWork;
import org.jspecify.annotations.Nullable;

/** Lists the work left in a plan: its actions that are neither done nor set aside. */
final class WorkAhead {

    private static final int MOST_STEPS = 60;

    private WorkAhead() {}

    static Stream<PlannedWork> of(PlanBoard board, LocalDate today) {
        return board.progress().objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .flatMap(action -> asking(board, action))
                .filter(action ->
                        action.state() != ActionState.DONE && !action.state().isSetAside())
                .flatMap(action -> work(board, action, today).stream());
    }

    private static Stream<OfAction> asking(PlanBoard board, OfAction action) {
        boolean byParts = action.subActions().stream().anyMatch(part -> {
            Followed followed = board.followed().get(part.line().id());
            return followed != null && followed.facts().effort() != null;
        });
        return byParts ? action.subActions().stream() : Stream.of(action);
    }

    private static List<PlannedWork> work(PlanBoard board, OfAction action, LocalDate today) {
        Followed followed = board.followed().get(action.line().id());
        if (followed == null) {
            return List.of();
        }
        FollowUpFacts facts = followed.facts();
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

    private static List<LocalDate> steps(OfAction action, Followed followed, LocalDate today, @Nullable LocalDate to) {
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
            LocalDate step = rhythm.after(last, i);
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
