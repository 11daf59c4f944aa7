package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Objects;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.PlanProgress.OfMeans;
import org.convergence.plan.actionplan.domain.Followed;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Makes rows of lists from plan lines. */
final class Rows {

    private Rows() {}

    static PlanPage.ObjectivePart objective(
            PlanProgress.OfObjective each, PlanBoard board, Contributions given, Words t) {
        return new PlanPage.ObjectivePart(
                Saying.objective(each.code(), each.title(), t),
                each.means().stream()
                        .map(means -> means(means, board, given, t))
                        .toList());
    }

    static PlanPage.MeansRow means(OfMeans means, PlanBoard board, Contributions given, Words t) {
        boolean draft = board.header().isDraft();
        return new PlanPage.MeansRow(
                Objects.requireNonNullElse(means.code(), ""),
                means.title(),
                "/plan/actionplan/means/" + means.id().value(),
                draft ? t.say("actionplan.count.actions", means.counts().total()) : Saying.counts(means.counts(), t),
                draft ? List.of() : Saying.bar(means.counts()),
                draft ? Tone.AHEAD : Saying.tone(means.signal()),
                draft ? null : Saying.signal(means, t),
                Saying.ago(means.lastDone(), board.progress().asOf(), t),
                given.to(means, t));
    }

    static ActionRow action(OfAction action, PlanBoard board, Contributions given, Words t) {
        Followed followed = board.followed().get(action.line().id());
        boolean draft = board.header().isDraft();
        return new ActionRow(
                action.line().title(),
                "/plan/actionplan/action/" + action.line().id().value(),
                t.say("actionplan.commitment." + action.line().commitment().name()),
                draft ? Tone.AHEAD : Saying.tone(action.state()),
                draft ? null : Saying.state(action.state(), t),
                action.reason(),
                Saying.ago(action.evidence().lastDone(), board.progress().asOf(), t),
                followed == null ? null : followed.responsible(),
                when(followed, t),
                goal(action, t),
                given.to(action, t),
                action.subActions().stream()
                        .map(part -> action(part, board, given, t))
                        .toList());
    }

    /** Its window, else its rhythm, else the written plan's due date. */
    static @Nullable String when(@Nullable Followed followed, Words t) {
        if (followed == null) {
            return null;
        }
        var facts = followed.facts();
        if (facts.from() != null || facts.to() != null) {
            return t.period(facts.from(), facts.to());
        }
        Integer times = facts.timesPerYear();
        return times != null ? Saying.rhythm(times, t) : followed.dueWords();
    }

    /** Progress towards the target: « 310 sur 500 participations ». */
    static @Nullable String goal(OfAction action, Words t) {
        var target = action.target();
        if (target == null) {
            return null;
        }
        return switch (target.measure()) {
            case DELIVERABLE -> target.say(t);
            default -> t.say("actionplan.goal", target.reachedBy(action.evidence()), target.say(t));
        };
    }
}
