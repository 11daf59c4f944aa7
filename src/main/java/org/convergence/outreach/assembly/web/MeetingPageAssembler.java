package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.MeetingRoll;
import org.convergence.outreach.assembly.MeetingRollSource;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.GovernancePolicy;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingAttendance;
import org.convergence.outreach.assembly.domain.MeetingPolicy;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingReplyService;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.assembly.domain.NoticeGesture;
import org.convergence.outreach.assembly.domain.SentNotice;
import org.convergence.outreach.assembly.web.BodyPage.BodyFact;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.mail.SendingLimits;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a meeting. */
@Component
record MeetingPageAssembler(
        MeetingQueries meetings,
        List<MeetingRollSource> rolls,
        MinutesQueries minutes,
        MeetingReplyService replies,
        MeetingService meetingService,
        SendingLimits limits,
        OrganisationSettings settings) {

    /** @param add the form that adds an item, as typed */
    MeetingPage assemble(MeetingId id, Form add, Words t) {
        return assemble(id, add, Form.named("reply"), t);
    }

    /** @param reply the form that notes a reply, as typed */
    MeetingPage assemble(MeetingId id, Form add, Form reply, Words t) {
        Agenda agenda = meetings.findAgenda(id);
        Meeting meeting = agenda.meeting();
        Actor actor = CurrentActor.get();
        boolean open = meeting.state() != MeetingState.CANCELLED && meeting.minutesState() != MinutesState.SIGNED;
        boolean edits = open && actor.may(AssemblyPermissions.PREPARE);
        boolean planned = meeting.state() == MeetingState.PLANNED;
        List<SentNotice> sent = meetings.findSentNotices(id);
        return new MeetingPage(
                meeting.id(),
                AssemblyFormatter.formatTitle(agenda, t),
                BodyController.about(agenda.body()),
                tone(agenda, t),
                state(agenda, t),
                meeting.cancelledReason(),
                facts(agenda, meeting.state() == MeetingState.CANCELLED, t),
                checks(agenda, sent, t),
                points(agenda),
                followUpRows(agenda, edits && planned, t),
                consultations(agenda, t),
                reviews(agenda, t),
                door(agenda),
                figures(agenda, t),
                edits ? add : null,
                new MeetingPage.MeetingActions(
                        edits,
                        (planned || (meeting.state() == MeetingState.CANCELLED && meeting.convenedAt() != null))
                                && actor.may(AssemblyPermissions.CONVENE),
                        meeting.convenedAt() == null && (agenda.notice().isIssued() || door(agenda) != null),
                        meeting.state() != MeetingState.CANCELLED,
                        (planned || meeting.minutesState() == MinutesState.DRAFT) && edits,
                        actor.may(AssemblyPermissions.PREPARE) && meetingService.canBeRestored(meeting)),
                planned && meeting.convenedAt() != null
                        ? ReplyFormatter.part(replies.findReplies(meeting), actor, edits ? reply : null, t)
                        : null,
                history(id, sent, t));
    }

    /** The changes of the meeting, its postings, and what was done with them later, each in one line. */
    private ChangeHistory history(MeetingId id, List<SentNotice> sent, Words t) {
        return ChangeHistory.of(
                        meetings.findChanges(id).stream()
                                .filter(each -> !NoticeGesture.NAMES.contains(each.gesture()))
                                .toList(),
                        "assembly",
                        t)
                .with(Stream.concat(
                                sent.stream().map(each -> NoticeFormatter.change(each, t)),
                                meetings.findNoticeGestures(id).stream().map(each -> NoticeFormatter.change(each, t)))
                        .toList());
    }

    @Nullable
    String door(Agenda agenda) {
        return agenda.body().kind() != BodyKind.GENERAL || agenda.meeting().state() == MeetingState.CANCELLED
                ? null
                : rolls.stream()
                        .map(each -> each.url(agenda.meeting().typedId()))
                        .findFirst()
                        .orElse(null);
    }

    /** On the day of an assembly: those present, and the quorum of now. */
    private List<String> figures(Agenda agenda, Words t) {
        if (door(agenda) == null || !agenda.meeting().day().equals(settings.today())) {
            return List.of();
        }
        MeetingAttendance now = minutes.findAttendance(agenda.meeting().typedId());
        MeetingRoll roll = now.roll();
        return roll == null
                ? List.of()
                : List.of(
                        t.say(
                                "assembly.door.inside",
                                roll.present().delegates(),
                                roll.entitled().delegates(),
                                roll.cards()),
                        AssemblyFormatter.formatQuorumResult(settings.now().toLocalTime(), now.quorum(), t));
    }

    private List<String> checks(Agenda agenda, List<SentNotice> sent, Words t) {
        return Stream.of(
                        NoticeFormatter.untold(agenda.meeting().state(), sent, t).stream(),
                        NoticeFormatter.reason(agenda.notice(), limits, t).map(t::capital).stream(),
                        checks(agenda, t).stream())
                .flatMap(each -> each)
                .toList();
    }

    private List<String> checks(Agenda agenda, Words t) {
        Meeting meeting = agenda.meeting();
        if (meeting.state() != MeetingState.PLANNED) {
            return List.of();
        }
        LocalDate yearEnd = settings.current().fiscalYearOf(meeting.day()).minusDays(1);
        boolean isAnnual =
                agenda.body().kind() == BodyKind.GENERAL && !meeting.plan().special();
        return Stream.concat(
                        GovernancePolicy.checkPlace(
                                agenda.rules(), meeting.plan().online())
                                .stream(),
                        Stream.of(yearEnd)
                                .filter(end -> isAnnual)
                                .flatMap(end -> GovernancePolicy.checkAssembly(meeting.day(), end).stream()))
                .map(each -> t.say(each.key(), each.arguments().toArray()))
                .toList();
    }

    private Tone tone(Agenda agenda, Words t) {
        Meeting meeting = agenda.meeting();
        if (meeting.state() != MeetingState.PLANNED) {
            return meeting.state() == MeetingState.CANCELLED
                    ? Tone.REST
                    : meeting.minutesState() == MinutesState.DRAFT ? Tone.ACTIVE : Tone.OK;
        }
        return NoticeFormatter.tone(agenda.notice(), deadline(agenda), settings.today(), t);
    }

    static LocalDate deadline(Agenda agenda) {
        return MeetingPolicy.deadline(agenda.meeting().day(), agenda.rules().noticeDays());
    }

    private String state(Agenda agenda, Words t) {
        Meeting meeting = agenda.meeting();
        if (meeting.state() == MeetingState.CANCELLED) {
            return t.say(MeetingState.CANCELLED.key());
        }
        if (meeting.state() == MeetingState.HELD) {
            return t.say("assembly.minutes." + meeting.minutesState().name());
        }
        return NoticeFormatter.state(
                agenda.notice(), deadline(agenda), meeting.plan().begins(), settings.now(), t);
    }

    private static List<BodyFact> facts(Agenda agenda, boolean isCancelled, Words t) {
        List<BodyFact> facts = facts(agenda, t);
        if (isCancelled && agenda.notice().isIssued()) {
            add(facts, t.say("assembly.notice"), t.capital(NoticeFormatter.progressWithDays(agenda.notice(), t)));
        }
        return facts;
    }

    static List<BodyFact> facts(Agenda agenda, Words t) {
        Meeting.MeetingPlan plan = agenda.meeting().plan();
        List<BodyFact> facts = new ArrayList<>();
        facts.add(new BodyFact(t.say("assembly.field.when"), AssemblyFormatter.formatTime(plan, t)));
        add(facts, t.say("assembly.field.place"), plan.place());
        add(facts, t.say("assembly.field.online"), plan.online());
        if (plan.training()) {
            facts.add(new BodyFact(t.say("assembly.field.training"), t.say("assembly.yes")));
        }
        if (plan.special()) {
            facts.add(new BodyFact(t.say("assembly.field.special"), t.say("assembly.yes")));
        }
        facts.add(new BodyFact(
                t.say("assembly.field.quorum"),
                t.capital(AssemblyFormatter.formatQuorum(agenda.rules().quorum(), t))));
        return facts;
    }

    private static void add(List<BodyFact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new BodyFact(name, value));
        }
    }

    List<FollowUpRow> followUpRows(Agenda agenda, Words t) {
        return followUpRows(agenda, false, t);
    }

    private List<FollowUpRow> followUpRows(Agenda agenda, boolean takesUp, Words t) {
        String url = AssemblyUrls.meeting(agenda.meeting().id()) + "/take-up/";
        return agenda.returns().pending().stream()
                .map(each -> FollowUpRow.of(each, settings.today(), t)
                        .withTakesUp(
                                takesUp && each.isToRetake() && !agenda.takesUp(each.id()) ? url + each.id() : null))
                .toList();
    }

    static List<String> consultations(Agenda agenda, Words t) {
        return agenda.returns().toRatify().stream()
                .map(each -> AssemblyFormatter.formatConsultation(each, t))
                .toList();
    }

    static List<String> reviews(Agenda agenda, Words t) {
        return agenda.returns().toReview().stream()
                .map(each -> AssemblyFormatter.formatReview(each, t))
                .toList();
    }

    static List<MeetingPage.AgendaItemRow> points(Agenda agenda) {
        List<MeetingPage.AgendaItemRow> points = new ArrayList<>();
        int last = agenda.points().size() - 1;
        for (int place = 0; place <= last; place++) {
            Agenda.AgendaItemDetails point = agenda.points().get(place);
            points.add(new MeetingPage.AgendaItemRow(
                    point.id(),
                    point.title(),
                    point.note().isEmpty() ? null : Markdown.toHtml(point.note(), 3),
                    point.asked(),
                    point.papers(),
                    place == 0,
                    place == last));
        }
        return points;
    }
}
