package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Plans, shows, moves and cancels meetings. */
@Controller
@RequestMapping("/outreach/assembly/meetings")
@Requires(AssemblyPermissions.PREPARE)
class MeetingController {

    private static final int REASON = 1_000;

    private final MeetingPageAssembler pages;
    private final MeetingQueries meetings;
    private final MeetingService meetingService;
    private final BodyQueries bodies;
    private final AssemblyConflictBuilder versions;
    private final OrganisationSettings settings;

    MeetingController(
            MeetingPageAssembler pages,
            MeetingQueries meetings,
            MeetingService meetingService,
            BodyQueries bodies,
            AssemblyConflictBuilder versions,
            OrganisationSettings settings) {
        this.versions = versions;
        this.pages = pages;
        this.meetings = meetings;
        this.meetingService = meetingService;
        this.bodies = bodies;
        this.settings = settings;
    }

    private record MeetingInput(BodyId body, MeetingFacts facts) {}

    private record MeetingChange(int version, MeetingFacts facts) {}

    @GetMapping("/new")
    ModelAndView plan(Form asked, Words t) {
        return planPage(
                Form.blank()
                        .with("body", asked.value("body"))
                        .with("begins", "19:00")
                        .with("region", settings.current().homePlace()),
                t);
    }

    @PostMapping("/new")
    ModelAndView planned(Form form, Words t) {
        return form.submit(
                answers -> new MeetingInput(new BodyId(answers.id("body")), MeetingForm.read(form, answers)),
                planned -> SeeOther.to(AssemblyUrls.meeting(meetingService
                                .plan(planned.body(), planned.facts())
                                .value()))
                        .withNotice("assembly.meeting.planned"),
                () -> planPage(form, t));
    }

    private ModelAndView planPage(Form form, Words t) {
        List<Option> meeting = bodies.findAll().stream()
                .filter(body -> body.endedOn() == null)
                .map(body -> Option.of(body.typedId(), body.name()))
                .toList();
        var frame = new AssemblyFormPage(
                "assembly.meeting.new", null, AssemblyUrls.HOME + "/meetings/new", AssemblyUrls.HOME, form, null, null);
        return PageView.of(
                "outreach/assembly/meeting-form", new MeetingFormPage(frame, meeting, MeetingForm.places(t), false));
    }

    @GetMapping("/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return PageView.of("outreach/assembly/meeting", pages.assemble(new MeetingId(id), Form.named("add"), t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        Meeting meeting = agenda.meeting();
        return edit(agenda, MeetingForm.toForm(meeting.facts()).atVersion(meeting.version()), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        return form.submit(
                answers -> new MeetingChange(answers.version(), MeetingForm.read(form, answers)),
                corrected -> {
                    int told = meetingService.correct(new MeetingId(id), corrected.version(), corrected.facts());
                    return SeeOther.to(AssemblyUrls.meeting(id)).withNotice("assembly.meeting.corrected", told);
                },
                () -> edit(agenda, form, null, t),
                since -> {
                    Agenda now = meetings.findAgenda(new MeetingId(id));
                    Form theirs = MeetingForm.toForm(now.meeting().facts())
                            .atVersion(now.meeting().version());
                    return edit(
                            now,
                            form,
                            versions.meetingConflict(form, theirs, now.meeting().typedId(), since),
                            t);
                });
    }

    private static ModelAndView edit(Agenda agenda, Form form, @Nullable Conflict conflict, Words t) {
        UUID id = agenda.meeting().id();
        AssemblyFormPage frame = AssemblyFormPage.of(
                        "assembly.meeting.edit", about(agenda, t), AssemblyUrls.meeting(id) + "/edit", form)
                .withConflict(conflict);
        return PageView.of(
                "outreach/assembly/meeting-form",
                new MeetingFormPage(
                        frame,
                        List.of(),
                        MeetingForm.places(t),
                        agenda.meeting().convenedAt() != null));
    }

    @GetMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id, Words t) {
        return cancel(meetings.findAgenda(new MeetingId(id)), Form.blank(), t);
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id, Form form, Words t) {
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        return form.submit(
                answers -> answers.text("reason", REASON),
                reason -> SeeOther.to(AssemblyUrls.meeting(id))
                        .withNotice("assembly.meeting.cancelled", meetingService.cancel(new MeetingId(id), reason)),
                () -> cancel(agenda, form, t));
    }

    private static ModelAndView cancel(Agenda agenda, Form form, Words t) {
        return PageView.of(
                "outreach/assembly/meeting-cancel",
                AssemblyFormPage.of(
                        "assembly.meeting.cancel",
                        about(agenda, t),
                        AssemblyUrls.meeting(agenda.meeting().id()) + "/cancel",
                        form));
    }

    static PageLink about(Agenda agenda, Words t) {
        return new PageLink(
                AssemblyFormatter.formatTitle(agenda, t),
                AssemblyUrls.meeting(agenda.meeting().id()));
    }
}
