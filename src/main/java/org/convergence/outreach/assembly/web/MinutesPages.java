package org.convergence.outreach.assembly.web;

import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.FollowUps;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesReading;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.assembly.domain.Passed;
import org.convergence.outreach.assembly.domain.Pending;
import org.convergence.outreach.assembly.domain.Present;
import org.convergence.outreach.assembly.domain.ResolutionWords;
import org.convergence.outreach.assembly.domain.Resolutions;
import org.convergence.outreach.assembly.domain.Saying;
import org.convergence.outreach.assembly.domain.Topic;
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
class MinutesPages {

    private final MeetingReading reading;
    private final MinutesReading minutes;
    private final Resolutions resolutions;
    private final FollowUps followUps;
    private final OrganisationSettings settings;
    private final Clock clock;

    MinutesPages(
            MeetingReading reading,
            MinutesReading minutes,
            Resolutions resolutions,
            FollowUps followUps,
            OrganisationSettings settings,
            Clock clock) {
        this.clock = clock;
        this.reading = reading;
        this.minutes = minutes;
        this.resolutions = resolutions;
        this.followUps = followUps;
        this.settings = settings;
    }

    /** Forms to show as typed, instead of the stored values. */
    record Typed(
            @Nullable Form attendance,
            @Nullable Form sitting,
            @Nullable Form departure) {

        static final Typed NOTHING = new Typed(null, null, null);

        static Typed attending(Form form) {
            return new Typed(form, null, null);
        }

        static Typed sitting(Form form) {
            return new Typed(null, form, null);
        }

        static Typed departing(Form form) {
            return new Typed(null, null, form);
        }
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
        return new MinutesPage(
                meeting.id(),
                MeetingController.about(agenda, t),
                t.say("assembly.minutes.titled", meeting.day()),
                state == MinutesState.DRAFT || state == MinutesState.NONE ? Tone.ACTIVE : Tone.OK,
                t.say("assembly.minutes." + state.name()),
                typed.attendance() == null ? Attendance.form(meeting, present) : typed.attendance(),
                Attendance.seats(present, t),
                present.isTaken() ? Attendance.quorum(meeting, present, t) : null,
                present.quorum().isReached(),
                Attendance.departures(present, t),
                writes && held && present.voices() > 0 ? Attendance.departing(typed.departure(), present) : null,
                typed.sitting() == null ? sitting(meeting) : typed.sitting(),
                points(agenda, writes, t),
                meeting.minutes().adoptedOn() == null
                        ? null
                        : t.say("assembly.minutes.adopted-on", meeting.minutes().adoptedOn()),
                new MinutesPage.Gestures(
                        writes,
                        writes && held && state == MinutesState.DRAFT,
                        writes && state == MinutesState.ADOPTED && actor.may(AssemblyPermissions.KEEP),
                        writes && state == MinutesState.ADOPTED,
                        held,
                        state == MinutesState.SIGNED));
    }

    /** A single item, with the form as typed. */
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

    /** The save confirmation of an item alone, while typing continues. */
    MinuteKept kept(UUID item, Words t) {
        return new MinuteKept(reading.point(item).point().version(), saved(t));
    }

    private String saved(Words t) {
        return t.say("assembly.minutes.kept", t.time(LocalTime.now(clock.withZone(t.zone()))));
    }

    private List<MinutePart> points(Agenda agenda, boolean writes, Words t) {
        MeetingId id = agenda.meeting().typedId();
        List<Passed> passed = resolutions.of(id);
        List<Pending> asked = followUps.of(id);
        List<MinutesReading.Interest> interests = minutes.interests(id);
        List<MinutePart> parts = new ArrayList<>();
        UUID standing = agenda.returnsAt()
                .orElseGet(() -> agenda.points().stream()
                        .map(Agenda.Point::id)
                        .findFirst()
                        .orElse(id.value()));
        for (Agenda.Point point : agenda.points()) {
            parts.add(new MinutePart(
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
                            .map(each -> decided(each, t))
                            .toList(),
                    rows(
                            asked.stream()
                                    .filter(each -> each.item().equals(point.id()))
                                    .toList(),
                            t),
                    interests.stream()
                            .filter(each -> each.item().equals(point.id()))
                            .map(each -> Saying.interest(each, t))
                            .toList(),
                    point.id().equals(standing) ? returns(agenda, point, t) : MinutePart.Returns.NOTHING,
                    point.topic() == Topic.MINUTES ? earlier(agenda, t) : List.of()));
        }
        return parts;
    }

    private MinutePart.Returns returns(Agenda agenda, Agenda.Point point, Words t) {
        String here = Urls.HOME + "/items/" + point.id() + "/resolutions/new";
        return new MinutePart.Returns(
                rows(agenda.returns().pending(), t),
                agenda.returns().toRatify().stream()
                        .map(each -> new Link(
                                Saying.consultation(each, t),
                                each.isResolution() ? "" : here + "?ratifies=" + each.id()))
                        .toList(),
                agenda.returns().toReview().stream()
                        .map(each -> new Link(Saying.review(each, t), Urls.HOME + "/resolutions/" + each.id()))
                        .toList());
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
        return Form.named("m" + point.id().toString().substring(24)).with("minutes", point.minutes());
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
