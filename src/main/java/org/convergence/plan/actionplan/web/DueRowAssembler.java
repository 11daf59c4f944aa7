package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineShortcut;
import org.convergence.plan.actionplan.domain.ActionPlanQueries;
import org.convergence.plan.actionplan.domain.DueLinePolicy;
import org.convergence.plan.actionplan.domain.DueLinePolicy.DueLine;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorNameMatcher;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Due actions as rows of the home page. */
@Component
record DueRowAssembler(
        ActionPlanQueries plans, OrganisationSettings settings, List<LineShortcut> gestures, ActorNameMatcher names) {

    private static final int A_WEEK = 7;
    private static final int WEEKS_AHEAD = 6;

    /** The current user's actions that are late or due within a week. */
    List<DueLine> findOwn() {
        return due(A_WEEK).stream().filter(this::isMine).toList();
    }

    /** Other people's actions that are late or due within a week. */
    List<DueLine> findOthers() {
        return due(A_WEEK).stream()
                .filter(due -> !isMine(due) && due.responsible() != null)
                .toList();
    }

    /** Firm actions without a responsible person: due or beginning within six weeks, or without a date. */
    List<DueLine> findUnassigned() {
        LocalDate today = settings.today();
        return DueLinePolicy.findUnassigned(plans.findBoardsInForce(), today, today.plusWeeks(WEEKS_AHEAD));
    }

    private List<DueLine> due(int days) {
        LocalDate today = settings.today();
        return DueLinePolicy.findDue(plans.findBoardsInForce(), today, today.plusDays(days));
    }

    /** Whether the current user is responsible: as a person of the directory, by name or by role. */
    boolean isMine(DueLine due) {
        Actor actor = CurrentActor.get();
        FollowedAction followed = due.followed();
        UUID responsible = followed == null ? null : followed.facts().responsible();
        if (responsible != null && responsible.equals(actor.personId())) {
            return true;
        }
        String name = due.responsible();
        return responsible == null && name != null && names.matches(name, actor);
    }

    /** A row of the current user's, with buttons to record it as done or set aside. */
    HomeCard.CardRow row(DueLine due, Words t) {
        return row(due, actionsFor(due, t), t);
    }

    /** A row that the user can only take over. */
    HomeCard.CardRow unassignedRow(DueLine due, Words t) {
        return row(due, List.of(HomeCard.CardAction.button(t.say("actionplan.today.take"), url(due) + "/take")), t);
    }

    /** A row without buttons, since another person is responsible. */
    HomeCard.CardRow awaitedRow(DueLine due, Words t) {
        FollowedAction followed = due.followed();
        return row(due, List.of(), t)
                .waitingOn(followed == null ? null : followed.facts().responsible());
    }

    private HomeCard.CardRow row(DueLine due, List<HomeCard.CardAction> acts, Words t) {
        return new HomeCard.CardRow(
                key(due),
                due.day(),
                formatWhen(due, t),
                due.why() == DueLine.DueReason.LATE,
                due.action().line().title(),
                url(due),
                detail(due, t),
                acts);
    }

    /** The stable key of an action, for postponed rows and calendars. */
    static String key(DueLine due) {
        return key(due.action().line().id());
    }

    static String key(ActionId action) {
        return "plan.actionplan/action/" + action.value();
    }

    static String url(DueLine due) {
        return url(due.action().line().id());
    }

    static String url(ActionId action) {
        return "/" + key(action).replace('.', '/');
    }

    /** « En retard de 3 jours », « D’ici vendredi 28 novembre », « Dès lundi 1er décembre »; of a rhythm, the proposed day. */
    String formatWhen(DueLine due, Words t) {
        LocalDate day = due.day();
        if (day == null) {
            return t.say(due.why() == DueLine.DueReason.LATE ? "actionplan.state.LATE" : "actionplan.today.this-year");
        }
        LocalDate today = settings.today();
        return switch (due.why()) {
            case BEGINS -> t.say("actionplan.today.from", t.day(day));
            case RETURNS ->
                t.say(
                        day.isBefore(today) ? "actionplan.today.proposed.missed" : "actionplan.today.proposed",
                        t.day(day));
            case PLANNED -> day.isBefore(today) ? t.say("actionplan.today.missed", t.day(day)) : t.by(day, today);
            default -> t.by(day, today);
        };
    }

    private String detail(DueLine due, Words t) {
        List<String> parts = new ArrayList<>();
        var line = due.action().line();
        parts.add(line.code() == null ? line.meansTitle() : line.code() + " " + line.meansTitle());
        FollowedAction followed = due.followed();
        Integer times = followed == null ? null : followed.facts().timesPerYear();
        if (times != null) {
            parts.add(PlanFormatter.rhythm(times, t));
        }
        String responsible = due.responsible();
        if (responsible != null && !isMine(due)) {
            parts.add(responsible);
        }
        return String.join(" · ", parts);
    }

    private List<HomeCard.CardAction> actionsFor(DueLine due, Words t) {
        Actor actor = CurrentActor.get();
        List<HomeCard.CardAction> acts = new ArrayList<>();
        for (LineShortcut gesture : gestures) {
            if (actor.may(gesture.permission())) {
                acts.add(HomeCard.CardAction.link(
                        t.say(gesture.key()),
                        gesture.url().apply(due.action().line().id())));
            }
        }
        if (actor.may(ActionPlanPermissions.FOLLOW_UP)) {
            acts.add(HomeCard.CardAction.link(t.say("actionplan.today.not"), url(due) + "#state"));
        }
        return acts;
    }
}
