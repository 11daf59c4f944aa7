package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineGesture;
import org.convergence.plan.actionplan.domain.DueLine;
import org.convergence.plan.actionplan.domain.DueLines;
import org.convergence.plan.actionplan.domain.Followed;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Actions that ask for something, as lines of the first page. */
@Component
class DueRows {

    private static final int A_WEEK = 7;
    private static final int WEEKS_AHEAD = 6;

    private final BoardsToday boards;
    private final OrganisationSettings settings;
    private final List<LineGesture> gestures;

    DueRows(BoardsToday boards, OrganisationSettings settings, List<LineGesture> gestures) {
        this.boards = boards;
        this.settings = settings;
        this.gestures = gestures;
    }

    /** Late, or due within a week: hers. */
    List<DueLine> hers() {
        return due(A_WEEK).stream().filter(DueRows::isHers).toList();
    }

    /** Late, or due within a week: what others answer for. */
    List<DueLine> others() {
        return due(A_WEEK).stream()
                .filter(due -> !isHers(due) && due.responsible() != null)
                .toList();
    }

    /** Late, or due within six weeks: what nobody answers for. */
    List<DueLine> nobodys() {
        return due(WEEKS_AHEAD * A_WEEK).stream()
                .filter(due -> due.responsible() == null)
                .toList();
    }

    /** The next day on which anything is due, as far as a year ahead. */
    List<DueLine> ahead() {
        return due(52 * A_WEEK);
    }

    private List<DueLine> due(int days) {
        LocalDate today = settings.today();
        return DueLines.of(boards.inForce(), today, today.plusDays(days));
    }

    /** Whether she answers for it, as a person of the directory or by her name. */
    private static boolean isHers(DueLine due) {
        Actor actor = CurrentActor.get();
        Followed followed = due.followed();
        UUID responsible = followed == null ? null : followed.facts().responsible();
        if (responsible != null && responsible.equals(actor.personId())) {
            return true;
        }
        String name = due.responsible();
        return name != null && Fold.of(name).equals(Fold.of(actor.label()));
    }

    HomeCard.Row row(DueLine due, boolean taken, Words t) {
        String url = "/plan/actionplan/action/" + due.action().line().id().value();
        return new HomeCard.Row(
                when(due, t),
                due.why() == DueLine.Why.LATE,
                due.action().line().title(),
                url,
                detail(due, t),
                acts(due, url, taken, t));
    }

    /** « En retard de 3 jours », « D’ici vendredi 28 novembre », « Dès lundi 1er décembre ». */
    String when(DueLine due, Words t) {
        LocalDate day = due.day();
        if (day == null) {
            return t.say("actionplan.state.LATE");
        }
        return switch (due.why()) {
            case LATE -> t.say("actionplan.today.late", ChronoUnit.DAYS.between(day, settings.today()));
            case BEGINS -> t.say("actionplan.today.from", t.day(day));
            default -> t.say("actionplan.today.by", t.day(day));
        };
    }

    private static String detail(DueLine due, Words t) {
        List<String> parts = new ArrayList<>();
        var line = due.action().line();
        parts.add(line.code() == null ? line.meansTitle() : line.code() + " " + line.meansTitle());
        Followed followed = due.followed();
        Integer times = followed == null ? null : followed.facts().timesPerYear();
        if (times != null) {
            parts.add(Saying.rhythm(times, t));
        }
        String responsible = due.responsible();
        if (responsible != null) {
            parts.add(responsible);
        }
        return String.join(" · ", parts);
    }

    private List<HomeCard.Act> acts(DueLine due, String url, boolean taken, Words t) {
        Actor actor = CurrentActor.get();
        List<HomeCard.Act> acts = new ArrayList<>();
        if (!taken && actor.may(ActionPlanPermissions.FOLLOW_UP)) {
            acts.add(new HomeCard.Act(t.say("actionplan.today.take"), url + "/take", true));
        }
        for (LineGesture gesture : gestures) {
            if (taken && actor.may(gesture.permission())) {
                acts.add(new HomeCard.Act(
                        t.say(gesture.key()),
                        gesture.url().apply(due.action().line().id()),
                        false));
            }
        }
        if (actor.may(ActionPlanPermissions.FOLLOW_UP)) {
            acts.add(new HomeCard.Act(t.say("actionplan.today.later"), url + "/follow-up", false));
            if (taken) {
                acts.add(new HomeCard.Act(t.say("actionplan.today.not"), url + "#state", false));
            }
        }
        return acts;
    }
}
