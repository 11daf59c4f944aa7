package org.convergence.outreach.assembly.web;

import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.MeetingRollSource.MinutesVote;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AgendaTopic;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.FollowUpDetails;
import org.convergence.outreach.assembly.domain.FollowUpQueries;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingAttendance;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingReplyService;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.assembly.domain.ResolutionDetails;
import org.convergence.outreach.assembly.domain.ResolutionFormatter;
import org.convergence.outreach.assembly.domain.ResolutionQueries;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of the minutes, and each part of it. */
@Component
record MinutesPageAssembler(
        MeetingQueries meetings,
        MinutesQueries minutes,
        ResolutionQueries resolutions,
        FollowUpQueries followUps,
        MeetingReplyService replies,
        OrganisationSettings settings,
        Clock clock) {

    /** Forms to show as typed, instead of the stored values. */
    record TypedMinutesForms(
            @Nullable Form attendance,
            @Nullable Form sitting,
            @Nullable Form departure) {

        static final TypedMinutesForms NOTHING = new TypedMinutesForms(null, null, null);

        static TypedMinutesForms attending(Form form) {
            return new TypedMinutesForms(form, null, null);
        }

        static TypedMinutesForms sitting(Form form) {
            return new TypedMinutesForms(null, form, null);
        }

        static TypedMinutesForms departing(Form form) {
            return new TypedMinutesForms(null, null, form);
        }
    }

    MinutesPage assemble(MeetingId id, TypedMinutesForms typed, Words t) {
        Agenda agenda = meetings.findAgenda(id);
        Meeting meeting = agenda.meeting();
        MeetingAttendance present = minutes.findAttendance(id);
        List<ResolutionDetails> passed = resolutions.findByMeeting(id);
        MinutesState state = meeting.minutesState();
        Actor actor = CurrentActor.get();
        boolean writes = actor.may(AssemblyPermissions.PREPARE)
                && state != MinutesState.SIGNED
                && meeting.state() != MeetingState.CANCELLED;
        boolean held = meeting.state() == MeetingState.HELD;
        return new MinutesPage(
                MeetingController.about(agenda, t),
                t.say("assembly.minutes.titled", meeting.day()),
                state == MinutesState.DRAFT || state == MinutesState.NONE ? Tone.ACTIVE : Tone.OK,
                t.say("assembly.minutes." + state.name()),
                typed.attendance() == null
                        ? AttendanceForm.toForm(meeting, present, findExpected(meeting, present))
                        : typed.attendance(),
                AttendanceForm.seats(present, t),
                present.isRecorded() ? AttendanceForm.formatQuorum(meeting, present, t) : null,
                present.quorum().isReached(),
                writes ? countRecounts(present, passed) : 0,
                (int) passed.stream().filter(ResolutionDetails::isDoubted).count(),
                AttendanceForm.departures(present, t),
                writes && held && present.roll() == null && present.countVotingSeats() > 0
                        ? AttendanceForm.departureForm(typed.departure(), present)
                        : null,
                typed.sitting() == null ? sitting(meeting) : typed.sitting(),
                points(agenda, passed, writes, t),
                meeting.minutes().adoptedOn() == null
                        ? null
                        : t.say("assembly.minutes.adopted-on", meeting.minutes().adoptedOn()),
                new MinutesPage.MinutesActions(
                        writes,
                        writes && held && state == MinutesState.DRAFT,
                        writes && state == MinutesState.ADOPTED && actor.may(AssemblyPermissions.KEEP),
                        writes && state == MinutesState.ADOPTED,
                        held,
                        state == MinutesState.SIGNED));
    }

    /** A single item, with the form as typed. */
    AgendaItemMinutes assembleItem(UUID item, Form form, @Nullable Conflict conflict, boolean saved, Words t) {
        var it = meetings.point(item);
        Agenda agenda = meetings.findAgenda(it.meeting());
        List<AgendaItemMinutes> all = points(agenda, resolutions.findByMeeting(it.meeting()), true, t);
        return all.stream()
                .filter(part -> part.id().equals(item))
                .map(part -> new AgendaItemMinutes(
                        part.id(),
                        part.number(),
                        part.title(),
                        part.asked(),
                        form,
                        part.version(),
                        conflict,
                        saved ? saved(t) : null,
                        part.text(),
                        part.resolutions(),
                        part.followUps(),
                        part.interests(),
                        part.returns(),
                        part.earlier()))
                .findFirst()
                .orElseThrow();
    }

    private Map<UUID, AttendanceStatus> findExpected(Meeting meeting, MeetingAttendance present) {
        return present.isRecorded() || meeting.convenedAt() == null
                ? Map.of()
                : replies.findReplies(meeting).expected();
    }

    /** The save confirmation of an item alone, while typing continues. */
    SavedMinutes assembleSaved(UUID item, Words t) {
        return new SavedMinutes(meetings.point(item).point().version(), saved(t));
    }

    private String saved(Words t) {
        return t.say("assembly.minutes.kept", t.time(LocalTime.now(clock.withZone(t.zone()))));
    }

    private List<AgendaItemMinutes> points(Agenda agenda, List<ResolutionDetails> passed, boolean writes, Words t) {
        MeetingId id = agenda.meeting().typedId();
        List<FollowUpDetails> asked = followUps.findByMeeting(id);
        List<MinutesQueries.DeclaredInterest> interests = minutes.findInterests(id);
        List<MinutesVote> votes = minutes.findVotes(id, t);
        List<AgendaItemMinutes> parts = new ArrayList<>();
        UUID standing = agenda.findReturningItem()
                .orElseGet(() -> agenda.points().stream()
                        .map(Agenda.AgendaItemDetails::id)
                        .findFirst()
                        .orElse(id.value()));
        for (Agenda.AgendaItemDetails point : agenda.points()) {
            parts.add(new AgendaItemMinutes(
                    point.id(),
                    parts.size() + 1,
                    point.title(),
                    point.asked(),
                    writes ? form(point) : null,
                    point.version(),
                    null,
                    null,
                    Markdown.toHtml(point.minutes(), 3),
                    passed.stream()
                            .filter(each -> each.item().equals(point.id()))
                            .map(each -> resolutionRow(each, t))
                            .toList(),
                    rows(
                            asked.stream()
                                    .filter(each -> each.item().equals(point.id()))
                                    .toList(),
                            t),
                    Stream.concat(
                                    interests.stream()
                                            .filter(each -> each.item().equals(point.id()))
                                            .map(each -> AssemblyFormatter.formatInterest(each, t)),
                                    votes.stream()
                                            .filter(each -> each.item().equals(point.id()))
                                            .map(MinutesVote::sentence))
                            .toList(),
                    point.id().equals(standing) ? returns(agenda, point, t) : AgendaItemMinutes.ReturningRows.NOTHING,
                    point.topic() == AgendaTopic.MINUTES ? earlier(agenda, t) : List.of()));
        }
        return parts;
    }

    private AgendaItemMinutes.ReturningRows returns(Agenda agenda, Agenda.AgendaItemDetails point, Words t) {
        String here = AssemblyUrls.HOME + "/items/" + point.id() + "/resolutions/new";
        return new AgendaItemMinutes.ReturningRows(
                rows(agenda.returns().pending(), t),
                agenda.returns().toRatify().stream()
                        .map(each -> new PageLink(
                                AssemblyFormatter.formatConsultation(each, t),
                                each.isResolution() ? "" : here + "?ratifies=" + each.id()))
                        .toList(),
                agenda.returns().toReview().stream()
                        .map(each -> new PageLink(
                                AssemblyFormatter.formatReview(each, t),
                                AssemblyUrls.HOME + "/resolutions/" + each.id()))
                        .toList());
    }

    private List<PageLink> earlier(Agenda agenda, Words t) {
        return minutes.findUnadopted(agenda.meeting()).stream()
                .map(each -> new PageLink(
                        t.say("assembly.minutes.of", each.day()),
                        AssemblyUrls.meeting(each.id().value()) + "/minutes/adopt?in="
                                + agenda.meeting().id()))
                .toList();
    }

    private List<FollowUpRow> rows(List<FollowUpDetails> all, Words t) {
        return all.stream()
                .map(each -> FollowUpRow.of(each, settings.today(), t))
                .toList();
    }

    static Form form(Agenda.AgendaItemDetails point) {
        return Form.named("m" + point.id().toString().substring(24)).with("minutes", point.minutes());
    }

    static AgendaItemMinutes.ItemResolutionRow resolutionRow(ResolutionDetails it, Words t) {
        return new AgendaItemMinutes.ItemResolutionRow(
                it.label(),
                ResolutionFormatter.formatSentence(it, t),
                ResolutionFormatter.formatVote(it, t),
                AssemblyUrls.HOME + "/resolutions/" + it.id());
    }

    /** The number of resolutions voted without the quorum that the corrected attendance has. */
    private static int countRecounts(MeetingAttendance present, List<ResolutionDetails> passed) {
        return (int) passed.stream().filter(each -> each.mayRecount(present)).count();
    }

    private static Form sitting(Meeting meeting) {
        Meeting.MeetingProceedings it = meeting.sitting();
        return Form.named("s")
                .with(
                        "opened",
                        it.opened() == null ? null : it.opened().toLocalTime().toString())
                .with(
                        "closed",
                        it.closed() == null ? null : it.closed().toLocalTime().toString())
                .with("chair", it.chair())
                .with("secretary", it.secretary());
    }
}
