package org.convergence.outreach.assembly.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.FollowUps;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesReading;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.assembly.domain.Passed;
import org.convergence.outreach.assembly.domain.Pending;
import org.convergence.outreach.assembly.domain.Present;
import org.convergence.outreach.assembly.domain.QuorumPolicy.Finding;
import org.convergence.outreach.assembly.domain.Resolutions;
import org.convergence.outreach.assembly.domain.Topic;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of the minutes, and each part of it. */
@Component
class MinutesPages {

    private final MeetingReading reading;
    private final MinutesReading minutes;
    private final Resolutions resolutions;
    private final FollowUps followUps;
    private final OrganisationSettings settings;

    MinutesPages(
            MeetingReading reading,
            MinutesReading minutes,
            Resolutions resolutions,
            FollowUps followUps,
            OrganisationSettings settings) {
        this.reading = reading;
        this.minutes = minutes;
        this.resolutions = resolutions;
        this.followUps = followUps;
        this.settings = settings;
    }

    /** A form on the page as it was typed, in the place of that of the same name. */
    record Typed(@Nullable Form attendance, @Nullable Form sitting) {

        static final Typed NOTHING = new Typed(null, null);
    }

    MinutesPage of(MeetingId id, Typed typed, Words t) {
        Agenda agenda = reading.agenda(id);
        Meeting meeting = agenda.meeting();
        Present present = minutes.present(id);
        MinutesState state = meeting.minutesState();
        Actor actor = CurrentActor.get();
        boolean writes = actor.may(AssemblyPermissions.PREPARE)
                && state != MinutesState.SIGNED
                && meeting.state() != MeetingState.CANCELLED;
        boolean held = meeting.state() == MeetingState.HELD;
        Finding found = present.quorum();
        return new MinutesPage(
                meeting.id(),
                MeetingController.about(agenda),
                state == MinutesState.DRAFT || state == MinutesState.NONE ? Tone.ACTIVE : Tone.OK,
                t.say("assembly.minutes." + state.name()),
                typed.attendance() == null ? attendance(meeting, present) : typed.attendance(),
                seats(present, t),
                present.isTaken() ? quorum(meeting, found, t) : null,
                found.isReached(),
                typed.sitting() == null ? sitting(meeting) : typed.sitting(),
                points(agenda, writes, t),
                meeting.minutes().adoptedOn() == null
                        ? null
                        : t.say("assembly.minutes.adopted-on", meeting.minutes().adoptedOn()),
                new MinutesPage.Gestures(
                        writes,
                        writes && held && state == MinutesState.DRAFT,
                        writes && state == MinutesState.ADOPTED && actor.may(AssemblyPermissions.KEEP),
                        writes && state == MinutesState.ADOPTED));
    }

    /** One point alone, as it was typed. */
    MinutePart part(UUID item, Form form, @Nullable Conflict conflict, boolean saved, Words t) {
        var it = reading.point(item);
        Agenda agenda = reading.agenda(it.meeting());
        List<MinutePart> all = points(agenda, true, t);
        return all.stream()
                .filter(part -> part.id().equals(item))
                .map(part -> new MinutePart(
                        part.id(),
                        part.number(),
                        part.title(),
                        part.asked(),
                        form,
                        conflict,
                        saved,
                        part.text(),
                        part.resolutions(),
                        part.followUps(),
                        part.interests(),
                        part.pending(),
                        part.earlier()))
                .findFirst()
                .orElseThrow();
    }

    private List<MinutePart> points(Agenda agenda, boolean writes, Words t) {
        MeetingId id = agenda.meeting().typedId();
        List<Passed> passed = resolutions.of(id);
        List<Pending> asked = followUps.of(id);
        List<MinutesReading.Interest> interests = minutes.interests(id);
        List<MinutePart> parts = new ArrayList<>();
        boolean placed = agenda.points().stream().anyMatch(point -> point.topic() == Topic.FOLLOW_UPS);
        for (Agenda.Point point : agenda.points()) {
            boolean pending = placed ? point.topic() == Topic.FOLLOW_UPS : parts.isEmpty();
            parts.add(new MinutePart(
                    point.id(),
                    parts.size() + 1,
                    point.title(),
                    point.asked(),
                    writes ? form(point) : null,
                    null,
                    false,
                    Markdown.toHtml(point.minutes(), 3),
                    passed.stream()
                            .filter(each -> each.item().equals(point.id()))
                            .map(each -> decided(each, t))
                            .toList(),
                    rows(
                            asked.stream()
                                    .filter(each -> each.item().equals(point.id()))
                                    .toList(),
                            t),
                    interests.stream()
                            .filter(each -> each.item().equals(point.id()))
                            .map(each -> t.say(
                                    each.abstained() ? "assembly.interest.abstained" : "assembly.interest.said",
                                    each.name(),
                                    each.nature()))
                            .toList(),
                    pending ? rows(agenda.pending(), t) : List.of(),
                    point.topic() == Topic.MINUTES ? earlier(agenda, t) : List.of()));
        }
        return parts;
    }

    private List<Link> earlier(Agenda agenda, Words t) {
        return minutes.toAdopt(agenda.meeting()).stream()
                .map(each -> new Link(
                        t.say("assembly.minutes.of", each.day()),
                        Urls.meeting(each.id().value()) + "/minutes/adopt?in="
                                + agenda.meeting().id()))
                .toList();
    }

    private List<FollowUpRow> rows(List<Pending> all, Words t) {
        return all.stream()
                .map(each -> FollowUpRow.of(each, settings.today(), t))
                .toList();
    }

    static Form form(Agenda.Point point) {
        return Form.named("m" + point.id().toString().substring(24))
                .with("minutes", point.minutes())
                .at(point.version());
    }

    static MinutePart.Decided decided(Passed it, Words t) {
        return new MinutePart.Decided(
                it.label(),
                ResolutionWords.sentence(it, t),
                it.facts().text(),
                ResolutionWords.vote(it, t),
                it.carried(),
                Urls.HOME + "/resolutions/" + it.id());
    }

    private static String quorum(Meeting meeting, Finding found, Words t) {
        LocalDateTime at = meeting.sitting().quorumAt();
        return t.say(
                "assembly.quorum.found",
                t.time((at == null ? meeting.plan().begins() : at).toLocalTime()),
                found.present(),
                found.of(),
                found.required(),
                found.rule().measure().name(),
                String.valueOf(found.isReached()));
    }

    private static Form attendance(Meeting meeting, Present present) {
        Form form = Form.named("a").with("guests", present.guests());
        LocalDateTime at = meeting.sitting().quorumAt();
        form.with(
                "at", (at == null ? meeting.plan().begins() : at).toLocalTime().toString());
        for (Present.OfSeat each : present.seats()) {
            AttendanceStatus status = each.status();
            boolean holder = each.seat().holder() != null;
            form.with(
                    field(each),
                    status != null ? status : holder && !present.isTaken() ? AttendanceStatus.HOLDER : null);
        }
        return form;
    }

    static String field(Present.OfSeat each) {
        return "seat-" + each.seat().id();
    }

    private static List<MinutesPage.SeatLine> seats(Present present, Words t) {
        List<MinutesPage.SeatLine> lines = new ArrayList<>();
        for (Present.OfSeat each : present.seats()) {
            List<Option> choices = new ArrayList<>();
            var holder = each.seat().holder();
            var substitute = each.seat().substitute();
            if (holder != null) {
                choices.add(Option.of(AttendanceStatus.HOLDER, holder.name()));
            }
            if (substitute != null) {
                choices.add(Option.of(
                        AttendanceStatus.SUBSTITUTE, t.say("assembly.attendance.substitute", substitute.name())));
            }
            choices.add(Option.of(AttendanceStatus.EXCUSED, t.say("assembly.attendance.EXCUSED")));
            choices.add(Option.of(AttendanceStatus.ABSENT, t.say("assembly.attendance.ABSENT")));
            lines.add(new MinutesPage.SeatLine(field(each), Saying.seat(each.seat(), t), choices));
        }
        return lines;
    }

    private static Form sitting(Meeting meeting) {
        Meeting.Sitting it = meeting.sitting();
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
