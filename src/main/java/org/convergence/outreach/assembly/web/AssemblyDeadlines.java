package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.FollowUps;
import org.convergence.outreach.assembly.domain.MeetingDates;
import org.convergence.outreach.assembly.domain.MeetingDates.Dated;
import org.convergence.outreach.assembly.domain.Pending;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Deadlines;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Deadlines: meetings, for their members and for people that prepare them; notices due, for people that send them;
 * follow-ups with a due date, for their assignees or, without one, for people that prepare meetings.
 */
@Component
class AssemblyDeadlines implements Deadlines {

    /** The longest notice period of a by-law, in days. */
    private static final int NOTICE_DAYS = 120;

    private final MeetingDates meetings;
    private final FollowUps followUps;
    private final AssemblyCards cards;

    AssemblyDeadlines(MeetingDates meetings, FollowUps followUps, AssemblyCards cards) {
        this.cards = cards;
        this.meetings = meetings;
        this.followUps = followUps;
    }

    @Override
    public String permission() {
        return AssemblyPermissions.READ;
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        Actor actor = CurrentActor.get();
        List<Deadline> all = new ArrayList<>();
        for (Dated each : meetings.between(from, to.plusDays(NOTICE_DAYS))) {
            if (each.hers() || each.everyones() || actor.may(AssemblyPermissions.PREPARE)) {
                all.add(meeting(each));
            }
            if (each.planned() && !each.noticeLeft() && actor.may(AssemblyPermissions.CONVENE)) {
                all.add(notice(each, t));
            }
        }
        for (Pending each : followUps.due(from, to)) {
            if (concerns(each, actor)) {
                all.add(followUp(each, actor, t));
            }
        }
        return all.stream()
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .toList();
    }

    private static Deadline meeting(Dated it) {
        return Deadline.at(
                it.begins(),
                it.ends(),
                key("meeting", it.id().value()),
                it.name(),
                Urls.meeting(it.id().value()),
                it.hers() ? Whose.MINE : Whose.TEAM);
    }

    private static Deadline notice(Dated it, Words t) {
        return Deadline.on(
                it.noticeBy(),
                AssemblyCards.noticeKey(it.id()),
                t.say("assembly.today.notice", it.code(), t.day(it.begins().toLocalDate())),
                Urls.meeting(it.id().value()) + "/notice",
                Whose.TEAM);
    }

    private boolean concerns(Pending it, Actor actor) {
        return cards.isHers(it, actor) || (it.who() == null && actor.may(AssemblyPermissions.PREPARE));
    }

    private Deadline followUp(Pending it, Actor actor, Words t) {
        return Deadline.on(
                Objects.requireNonNull(it.facts().dueOn()),
                AssemblyCards.followUpKey(it),
                t.say("assembly.deadline.follow-up", it.facts().what()),
                Urls.HOME + "/follow-ups/" + it.id(),
                cards.isHers(it, actor) ? Whose.MINE : Whose.TEAM);
    }

    static String key(String kind, UUID id) {
        return "outreach.assembly/" + kind + "/" + id;
    }
}
