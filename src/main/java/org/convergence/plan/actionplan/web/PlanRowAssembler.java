package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Objects;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Makes rows of lists from plan lines. */
final class PlanRowAssembler {

    private PlanRowAssembler() {}

    static PlanPage.ObjectivePart objectivePart(
            PlanProgress.ObjectiveProgress each, PlanBoard board, LineContributions given, Words t) {
        return new PlanPage.ObjectivePart(
                PlanFormatter.objective(each.code(), each.title(), t),
                each.means().stream()
                        .map(means -> meansRow(means, board, given, t))
                        .toList());
    }

    static PlanPage.MeansRow meansRow(MeansProgress means, PlanBoard board, LineContributions given, Words t) {
        boolean draft = board.header().isDraft();
        return new PlanPage.MeansRow(
                Objects.requireNonNullElse(means.code(), ""),
                means.title(),
                "/plan/actionplan/means/" + means.id().value(),
                draft
                        ? t.say("actionplan.count.actions", means.counts().total())
                        : PlanFormatter.counts(means.counts(), t),
                draft ? List.of() : PlanFormatter.bar(means.counts()),
                draft ? Tone.AHEAD : PlanFormatter.tone(means.signal()),
                draft ? null : PlanFormatter.signal(means, t),
                PlanFormatter.ago(means.lastDone(), board.progress().asOf(), t),
                given.describe(means, t));
    }

    static ActionRow actionRow(ActionProgress action, PlanBoard board, LineContributions given, Words t) {
        FollowedAction followed = board.followed().get(action.line().id());
        boolean draft = board.header().isDraft();
        return new ActionRow(
                action.line().title(),
                "/plan/actionplan/action/" + action.line().id().value(),
                t.say("actionplan.commitment." + action.line().commitment().name()),
                draft ? Tone.AHEAD : PlanFormatter.tone(action.state()),
                draft ? null : PlanFormatter.state(action.state(), t),
                action.reason(),
                PlanFormatter.ago(action.evidence().lastDone(), board.progress().asOf(), t),
                followed == null ? null : followed.responsible(),
                formatWhen(followed, t),
                formatGoal(action, t),
                given.describe(action, t),
                action.subActions().stream()
                        .map(part -> actionRow(part, board, given, t))
                        .toList());
    }

    /** Its window, else its rhythm, else the written plan's due date. */
    static @Nullable String formatWhen(@Nullable FollowedAction followed, Words t) {
        if (followed == null) {
            return null;
        }
        var facts = followed.facts();
        if (facts.from() != null || facts.to() != null) {
            return t.period(facts.from(), facts.to());
        }
        Integer times = facts.timesPerYear();
        return times != null ? PlanFormatter.rhythm(times, t) : followed.dueWords();
    }

    /** Progress towards the target: « 310 sur 500 participations ». */
    static @Nullable String formatGoal(ActionProgress action, Words t) {
        var target = action.target();
        if (target == null) {
            return null;
        }
        return switch (target.measure()) {
            case DELIVERABLE -> target.format(t);
            default -> t.say("actionplan.goal", target.quantityReached(action.evidence()), target.format(t));
        };
    }
}
