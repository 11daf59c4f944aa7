package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.domain.DueLine;
import org.convergence.plan.actionplan.domain.DueLinePolicy;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * The ends of windows and the next steps of rhythms: the user's own actions whatever their commitment, unassigned firm
 * ones with the permission to follow up, all firm ones with the permission to adopt.
 */
@Component
class PlanDeadlines implements DeadlineSource {

    private final RequestPlanBoardCache boards;
    private final DueRowAssembler rows;

    PlanDeadlines(RequestPlanBoardCache boards, DueRowAssembler rows) {
        this.boards = boards;
        this.rows = rows;
    }

    @Override
    public String permission() {
        return ActionPlanPermissions.READ;
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return DueLinePolicy.findDated(boards.findInForce()).stream()
                .filter(due -> due.day() != null
                        && !due.day().isBefore(from)
                        && !due.day().isAfter(to))
                .filter(this::concernsActor)
                .map(due -> deadline(due, t))
                .toList();
    }

    private boolean concernsActor(DueLine due) {
        Actor actor = CurrentActor.get();
        return rows.isMine(due)
                || (due.isFirm()
                        && (actor.may(ActionPlanPermissions.ADOPT)
                                || (due.responsible() == null && actor.may(ActionPlanPermissions.FOLLOW_UP))));
    }

    private Deadline deadline(DueLine due, Words t) {
        boolean returns = due.why() == DueLine.DueReason.RETURNS;
        var line = due.action().line();
        return Deadline.on(
                Objects.requireNonNull(due.day()),
                DueRowAssembler.key(due) + (returns ? "/step" : "/end"),
                t.say(returns ? "actionplan.deadline.step" : "actionplan.deadline.end", line.label()),
                DueRowAssembler.url(due),
                rows.isMine(due) ? DeadlineOwner.MINE : DeadlineOwner.TEAM);
    }
}
