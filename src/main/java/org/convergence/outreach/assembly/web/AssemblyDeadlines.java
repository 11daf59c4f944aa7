package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.FollowUpDetails;
import org.convergence.outreach.assembly.domain.FollowUpQueries;
import org.convergence.outreach.assembly.domain.MeetingDateQueries;
import org.convergence.outreach.assembly.domain.MeetingDateQueries.DatedMeeting;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Deadlines: meetings, for their members and for people that prepare them; notices due, for people that send them;
 * follow-ups with a due date, for their assignees or, without one, for people that prepare meetings.
 */
@Component
@Requires(AssemblyPermissions.READ)
record AssemblyDeadlines(MeetingDateQueries meetings, FollowUpQueries followUps, AssemblyHomeCard cards)
        implements DeadlineSource {

    /** The longest notice period of a by-law, in days. */
    private static final int NOTICE_DAYS = 120;

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        Actor actor = CurrentActor.get();
        List<Deadline> all = new ArrayList<>();
        for (DatedMeeting each : meetings.findBetween(from, to.plusDays(NOTICE_DAYS))) {
            if (each.hers() || each.everyones() || actor.may(AssemblyPermissions.PREPARE)) {
                all.add(meeting(each));
            }
            if (each.planned() && !each.noticeLeft() && actor.may(AssemblyPermissions.CONVENE)) {
                all.add(notice(each, t));
            }
        }
        for (FollowUpDetails each : followUps.findDue(from, to)) {
            if (concerns(each, actor)) {
                all.add(followUp(each, actor, t));
            }
        }
        return all.stream()
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .toList();
    }

    private static Deadline meeting(DatedMeeting it) {
        return Deadline.at(
                it.begins(),
                it.ends(),
                key("meeting", it.id().value()),
                it.name(),
                AssemblyUrls.meeting(it.id().value()),
                it.hers() ? DeadlineOwner.MINE : DeadlineOwner.TEAM);
    }

    private static Deadline notice(DatedMeeting it, Words t) {
        return Deadline.on(
                it.noticeBy(),
                AssemblyHomeCard.noticeKey(it.id()),
                t.say("assembly.today.notice", it.code(), t.day(it.begins().toLocalDate())),
                AssemblyUrls.meeting(it.id().value()) + "/notice",
                DeadlineOwner.TEAM);
    }

    private boolean concerns(FollowUpDetails it, Actor actor) {
        return cards.isAssignedToActor(it, actor) || (it.who() == null && actor.may(AssemblyPermissions.PREPARE));
    }

    private Deadline followUp(FollowUpDetails it, Actor actor, Words t) {
        return Deadline.on(
                Objects.requireNonNull(it.facts().dueOn()),
                AssemblyHomeCard.followUpKey(it),
                t.say("assembly.deadline.follow-up", it.facts().what()),
                AssemblyUrls.HOME + "/follow-ups/" + it.id(),
                cards.isAssignedToActor(it, actor) ? DeadlineOwner.MINE : DeadlineOwner.TEAM);
    }

    static String key(String kind, UUID id) {
        return "outreach.assembly/" + kind + "/" + id;
    }
}
