package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Awaited;
import org.convergence.outreach.assembly.domain.FollowUps;
import org.convergence.outreach.assembly.domain.MeetingList;
import org.convergence.outreach.assembly.domain.MeetingList.Line;
import org.convergence.outreach.assembly.domain.Pending;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.OwnNames;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Home cards: notices due, meetings to confirm as held, follow-ups due soon or without assignee, and matters that wait
 * for the members of a body.
 */
@Component
class AssemblyCards implements HomeCard {

    private static final int AHEAD_DAYS = 14;
    private static final int LOOKED_AT = 50;

    private final MeetingList meetings;
    private final FollowUps followUps;
    private final Awaited awaited;
    private final OrganisationSettings settings;
    private final OwnNames names;

    AssemblyCards(
            MeetingList meetings, FollowUps followUps, Awaited awaited, OrganisationSettings settings, OwnNames names) {
        this.names = names;
        this.meetings = meetings;
        this.followUps = followUps;
        this.awaited = awaited;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return AssemblyPermissions.READ;
    }

    @Override
    public List<Card> show(Words t) {
        Actor actor = CurrentActor.get();
        LocalDate today = settings.today();
        List<Row> week = new ArrayList<>();
        List<Row> happened = new ArrayList<>();
        List<Row> nobody = new ArrayList<>();
        List<Row> waiting = new ArrayList<>();
        if (actor.may(AssemblyPermissions.CONVENE)) {
            for (Line line : meetings.ahead(LOOKED_AT)) {
                if (line.begins().toLocalDate().isBefore(today)) {
                    happened.add(toSay(line, today, t));
                } else if (line.notice().leftOn() == null && !line.noticeBy().isAfter(today.plusDays(AHEAD_DAYS))) {
                    week.add(toConvene(line, today, t));
                }
            }
        }
        for (Pending each : open(followUps)) {
            boolean presses = presses(each, today);
            if (isHers(each, actor)) {
                if (presses) {
                    week.add(followUp(each, today, herActs(each, actor, t), t));
                }
            } else if (each.who() == null && actor.may(AssemblyPermissions.PREPARE)) {
                nobody.add(followUp(
                        each, today, List.of(Act.button(t.say("assembly.today.take"), url(each) + "/take")), t));
            } else if (presses && actor.may(AssemblyPermissions.PREPARE)) {
                var person = each.facts().person();
                waiting.add(followUp(each, today, List.of(), t).waitingOn(person == null ? null : person.value()));
            }
        }
        if (actor.may(AssemblyPermissions.PREPARE)) {
            awaited.since(today.minusYears(1), MOST).forEach(each -> waiting.add(AwaitedRows.row(each, today, t)));
        }
        return List.of(
                Card.of(Part.WEEK, first(week)),
                Card.of(Part.HAPPENED, first(happened)),
                Card.of(Part.NOBODY, first(nobody)),
                Card.of(Part.WAITING, first(waiting)));
    }

    private static List<Row> first(List<Row> rows) {
        return rows.stream().limit(MOST).toList();
    }

    private static Row toConvene(Line line, LocalDate today, Words t) {
        String notice = Urls.meeting(line.id().value()) + "/notice";
        return new Row(
                noticeKey(line.id()),
                line.noticeBy(),
                t.by(line.noticeBy(), today),
                line.noticeBy().isBefore(today),
                t.say("assembly.today.notice", line.code(), t.day(line.begins().toLocalDate())),
                Urls.meeting(line.id().value()),
                line.notice().isIssued()
                        ? NoticeFormatter.progress(line.notice(), t)
                        : t.say(
                                "assembly.today.notice.rule",
                                ChronoUnit.DAYS.between(
                                        line.noticeBy(), line.begins().toLocalDate())),
                List.of(Act.link(t.say(line.notice().isIssued() ? "shell.see" : "assembly.today.send"), notice)));
    }

    private static Row toSay(Line line, LocalDate today, Words t) {
        LocalDate day = line.begins().toLocalDate();
        String url = Urls.meeting(line.id().value());
        return new Row(
                AssemblyDeadlines.key("meeting", line.id().value()),
                day,
                t.capital(t.ago(day, today)),
                false,
                line.name(),
                url,
                t.say("assembly.meeting.to-say"),
                List.of(
                        Act.link(t.say("assembly.attendance.note"), url + "/minutes"),
                        Act.link(t.say("assembly.today.cancelled"), url + "/cancel")));
    }

    private Row followUp(Pending it, LocalDate today, List<Act> acts, Words t) {
        LocalDate due = it.facts().dueOn();
        return new Row(
                followUpKey(it),
                due,
                due == null ? t.say("assembly.today.no-day") : t.by(due, today),
                due != null && due.isBefore(today),
                it.facts().what(),
                url(it),
                it.who() == null || isHers(it, CurrentActor.get()) ? it.bodyName() : it.bodyName() + " · " + it.who(),
                acts);
    }

    private static List<Act> herActs(Pending it, Actor actor, Words t) {
        return actor.may(AssemblyPermissions.PREPARE)
                ? List.of(
                        Act.link(t.say("assembly.follow-up.done"), url(it)),
                        Act.link(t.say("assembly.today.drop"), url(it) + "#outcome"))
                : List.of();
    }

    /** Follow-ups of the actor first, so that none is cut off by the limit; then the others. */
    private static Collection<Pending> open(FollowUps followUps) {
        Set<Pending> all = new LinkedHashSet<>(followUps.hers(LOOKED_AT));
        all.addAll(followUps.open(null, LOOKED_AT));
        return all;
    }

    private static boolean presses(Pending it, LocalDate today) {
        LocalDate due = it.facts().dueOn();
        return due != null && !due.isAfter(today.plusDays(AHEAD_DAYS));
    }

    /** Whether it is assigned to the actor: as a person of the directory, by name or by role. */
    boolean isHers(Pending it, Actor actor) {
        var person = it.facts().person();
        @Nullable String words = it.facts().who();
        return person == null
                ? words != null && names.mean(words, actor)
                : person.value().equals(actor.personId());
    }

    static String followUpKey(Pending it) {
        return AssemblyDeadlines.key("follow-up", it.id());
    }

    static String noticeKey(MeetingId id) {
        return AssemblyDeadlines.key("meeting", id.value()) + "/notice";
    }

    private static String url(Pending it) {
        return Urls.HOME + "/follow-ups/" + it.id();
    }
}
