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
import org.convergence.outreach.assembly.domain.AwaitedMatterQueries;
import org.convergence.outreach.assembly.domain.AwaitedMatterQueries.AwaitedKind;
import org.convergence.outreach.assembly.domain.AwaitedMatterQueries.AwaitedMatter;
import org.convergence.outreach.assembly.domain.FollowUpDetails;
import org.convergence.outreach.assembly.domain.FollowUpQueries;
import org.convergence.outreach.assembly.domain.MeetingListQueries;
import org.convergence.outreach.assembly.domain.MeetingListQueries.MeetingListRow;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorNameMatcher;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.SendingLimits;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.HomeCard.CardAction;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Home cards: notices due, meetings to confirm as held, follow-ups due soon or without assignee, votes with a doubted
 * quorum, and matters that wait for the members of a body.
 */
@Component
@Order(10)
@Requires(AssemblyPermissions.READ)
record AssemblyHomeCard(
        MeetingListQueries meetings,
        FollowUpQueries followUps,
        AwaitedMatterQueries awaited,
        OrganisationSettings settings,
        SendingLimits limits,
        ActorNameMatcher names)
        implements HomeCard {

    private static final int AHEAD_DAYS = 14;
    private static final int LOOKED_AT = 50;

    @Override
    public List<Card> show(Words t) {
        Actor actor = CurrentActor.get();
        LocalDate today = settings.today();
        List<CardRow> week = new ArrayList<>();
        List<CardRow> happened = new ArrayList<>();
        List<CardRow> nobody = new ArrayList<>();
        List<CardRow> waiting = new ArrayList<>();
        if (actor.may(AssemblyPermissions.CONVENE)) {
            for (MeetingListRow line : meetings.findPlanned(LOOKED_AT)) {
                if (line.begins().toLocalDate().isBefore(today)) {
                    happened.add(toSay(line, today, t));
                } else if (line.notice().leftOn() == null && !line.noticeBy().isAfter(today.plusDays(AHEAD_DAYS))) {
                    week.add(toConvene(line, today, t));
                }
            }
        }
        for (FollowUpDetails each : open(followUps)) {
            boolean presses = isDueSoon(each, today);
            if (isAssignedToActor(each, actor)) {
                if (presses) {
                    week.add(followUp(each, today, assigneeActs(each, actor, t), t));
                }
            } else if (each.who() == null && actor.may(AssemblyPermissions.PREPARE)) {
                nobody.add(followUp(
                        each, today, List.of(CardAction.button(t.say("assembly.today.take"), url(each) + "/take")), t));
            } else if (presses && actor.may(AssemblyPermissions.PREPARE)) {
                var person = each.facts().person();
                waiting.add(followUp(each, today, List.of(), t).waitingOn(person == null ? null : person.value()));
            }
        }
        if (actor.may(AssemblyPermissions.PREPARE)) {
            for (AwaitedMatter each : awaited.findSince(today.minusYears(1), MOST)) {
                if (each.kind() == AwaitedKind.QUORUM) {
                    week.add(0, awaitedRow(each, today, t));
                } else {
                    waiting.add(awaitedRow(each, today, t));
                }
            }
        }
        return List.of(
                Card.of(CardPart.WEEK, first(week)),
                Card.of(CardPart.HAPPENED, first(happened)),
                Card.of(CardPart.NOBODY, first(nobody)),
                Card.of(CardPart.WAITING, first(waiting)));
    }

    private static List<CardRow> first(List<CardRow> rows) {
        return rows.stream().limit(MOST).toList();
    }

    private CardRow toConvene(MeetingListRow line, LocalDate today, Words t) {
        String notice = AssemblyUrls.meeting(line.id().value()) + "/notice";
        return new CardRow(
                noticeKey(line.id()),
                line.noticeBy(),
                t.by(line.noticeBy(), today),
                line.noticeBy().isBefore(today),
                t.say("assembly.today.notice", line.code(), t.day(line.begins().toLocalDate())),
                AssemblyUrls.meeting(line.id().value()),
                line.notice().isIssued()
                        ? NoticeFormatter.progress(line.notice(), t)
                                + NoticeFormatter.reason(line.notice(), limits, t)
                                        .map(" · "::concat)
                                        .orElse("")
                        : t.say(
                                "assembly.today.notice.rule",
                                ChronoUnit.DAYS.between(
                                        line.noticeBy(), line.begins().toLocalDate())),
                List.of(CardAction.link(
                        t.say(line.notice().isIssued() ? "shell.see" : "assembly.today.send"), notice)));
    }

    private static CardRow toSay(MeetingListRow line, LocalDate today, Words t) {
        LocalDate day = line.begins().toLocalDate();
        String url = AssemblyUrls.meeting(line.id().value());
        return new CardRow(
                AssemblyDeadlines.key("meeting", line.id().value()),
                day,
                t.capital(t.ago(day, today)),
                false,
                line.name(),
                url,
                t.say("assembly.meeting.to-say"),
                List.of(
                        CardAction.link(t.say("assembly.attendance.note"), url + "/minutes"),
                        CardAction.link(t.say("assembly.today.cancelled"), url + "/cancel")));
    }

    private CardRow followUp(FollowUpDetails it, LocalDate today, List<CardAction> acts, Words t) {
        LocalDate due = it.facts().dueOn();
        return new CardRow(
                followUpKey(it),
                due,
                due != null
                        ? t.by(due, today)
                        : it.retakes() ? t.say("assembly.today.since", it.openedOn()) : t.say("assembly.today.no-day"),
                due != null && due.isBefore(today),
                it.facts().what(),
                url(it),
                it.who() == null || isAssignedToActor(it, CurrentActor.get())
                        ? it.bodyName()
                        : it.bodyName() + " · " + it.who(),
                acts);
    }

    private static List<CardAction> assigneeActs(FollowUpDetails it, Actor actor, Words t) {
        return actor.may(AssemblyPermissions.PREPARE)
                ? List.of(
                        CardAction.link(t.say(it.retakes() ? "shell.see" : "assembly.follow-up.done"), url(it)),
                        CardAction.link(t.say("assembly.today.drop"), url(it) + "#outcome"))
                : List.of();
    }

    /** Where the limit may cut some off, follow-ups of the actor first; then the others. */
    private static Collection<FollowUpDetails> open(FollowUpQueries followUps) {
        List<FollowUpDetails> open = followUps.findOpen(null, LOOKED_AT);
        if (open.size() < LOOKED_AT) {
            return open;
        }
        Set<FollowUpDetails> all = new LinkedHashSet<>(followUps.findAssignedToActor(LOOKED_AT));
        all.addAll(open);
        return all;
    }

    private static boolean isDueSoon(FollowUpDetails it, LocalDate today) {
        LocalDate due = it.facts().dueOn();
        return due == null ? it.isToRetake() : !due.isAfter(today.plusDays(AHEAD_DAYS));
    }

    /** Whether it is assigned to the actor: as a person of the directory, by name or by role. */
    boolean isAssignedToActor(FollowUpDetails it, Actor actor) {
        var person = it.facts().person();
        @Nullable String words = it.facts().who();
        return person == null
                ? words != null && names.matches(words, actor)
                : person.value().equals(actor.personId());
    }

    static String followUpKey(FollowUpDetails it) {
        return AssemblyDeadlines.key("follow-up", it.id());
    }

    static String noticeKey(MeetingId id) {
        return AssemblyDeadlines.key("meeting", id.value()) + "/notice";
    }

    private static String url(FollowUpDetails it) {
        return AssemblyUrls.HOME + "/follow-ups/" + it.id();
    }

    private static CardRow awaitedRow(AwaitedMatter it, LocalDate today, Words t) {
        boolean answers = it.kind() == AwaitedKind.ANSWERS;
        String url =
                answers ? AssemblyUrls.HOME + "/consultations/" + it.id() : AssemblyUrls.meeting(it.id()) + "/minutes";
        return new CardRow(
                null,
                it.since(),
                t.capital(t.ago(it.since(), today)),
                false,
                switch (it.kind()) {
                    case QUORUM -> t.say("assembly.today.quorum", it.code(), t.day(it.since()), it.had());
                    case ANSWERS -> t.say("assembly.today.answers", it.code(), it.had(), it.entitled());
                    case ADOPTION -> t.say("assembly.today.adoption", it.code(), t.day(it.since()));
                },
                url,
                null,
                answers ? List.of(CardAction.link(t.say("assembly.today.answers.note"), url)) : List.of());
    }
}
