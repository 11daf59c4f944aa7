package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingPlanning;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.Saying;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
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

    private final MeetingPages pages;
    private final MeetingReading reading;
    private final MeetingPlanning planning;
    private final BodyReading bodies;
    private final AssemblyVersions versions;
    private final OrganisationSettings settings;

    MeetingController(
            MeetingPages pages,
            MeetingReading reading,
            MeetingPlanning planning,
            BodyReading bodies,
            AssemblyVersions versions,
            OrganisationSettings settings) {
        this.versions = versions;
        this.pages = pages;
        this.reading = reading;
        this.planning = planning;
        this.bodies = bodies;
        this.settings = settings;
    }

    private record Planned(BodyId body, MeetingFacts facts) {}

    private record Corrected(int version, MeetingFacts facts) {}

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
                answers -> new Planned(new BodyId(answers.id("body")), MeetingForms.read(form, answers)),
                planned -> Go.to(Urls.meeting(
                                planning.plan(planned.body(), planned.facts()).value()))
                        .saying("assembly.meeting.planned"),
                () -> planPage(form, t));
    }

    private ModelAndView planPage(Form form, Words t) {
        List<Option> meeting = bodies.all().stream()
                .filter(body -> body.endedOn() == null)
                .map(body -> Option.of(body.typedId(), body.name()))
                .toList();
        var frame =
                new FormPage("assembly.meeting.new", null, Urls.HOME + "/meetings/new", Urls.HOME, form, null, null);
        return Page.of(
                "outreach/assembly/meeting-form", new MeetingFormPage(frame, meeting, MeetingForms.places(t), false));
    }

    @GetMapping("/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return Page.of("outreach/assembly/meeting", pages.of(new MeetingId(id), Form.named("add"), t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        Agenda agenda = reading.agenda(new MeetingId(id));
        Meeting meeting = agenda.meeting();
        return edit(agenda, MeetingForms.of(meeting.facts()).at(meeting.version()), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        Agenda agenda = reading.agenda(new MeetingId(id));
        return form.submit(
                answers -> new Corrected(answers.version(), MeetingForms.read(form, answers)),
                corrected -> {
                    int told = planning.correct(new MeetingId(id), corrected.version(), corrected.facts());
                    return Go.to(Urls.meeting(id)).saying("assembly.meeting.corrected", told);
                },
                () -> edit(agenda, form, null, t),
                since -> {
                    Agenda now = reading.agenda(new MeetingId(id));
                    Form theirs = MeetingForms.of(now.meeting().facts())
                            .at(now.meeting().version());
                    return edit(
                            now,
                            form,
                            versions.ofMeeting(form, theirs, now.meeting().typedId(), since),
                            t);
                });
    }

    private static ModelAndView edit(Agenda agenda, Form form, @Nullable Conflict conflict, Words t) {
        UUID id = agenda.meeting().id();
        FormPage frame = FormPage.of("assembly.meeting.edit", about(agenda, t), Urls.meeting(id) + "/edit", form)
                .meeting(conflict);
        return Page.of(
                "outreach/assembly/meeting-form",
                new MeetingFormPage(
                        frame,
                        List.of(),
                        MeetingForms.places(t),
                        agenda.meeting().convenedAt() != null));
    }

    @GetMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id, Words t) {
        return cancel(reading.agenda(new MeetingId(id)), Form.blank(), t);
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id, Form form, Words t) {
        Agenda agenda = reading.agenda(new MeetingId(id));
        return form.submit(
                answers -> answers.text("reason", REASON),
                reason -> Go.to(Urls.meeting(id))
                        .saying("assembly.meeting.cancelled", planning.cancel(new MeetingId(id), reason)),
                () -> cancel(agenda, form, t));
    }

    private static ModelAndView cancel(Agenda agenda, Form form, Words t) {
        return Page.of(
                "outreach/assembly/meeting-cancel",
                FormPage.of(
                        "assembly.meeting.cancel",
                        about(agenda, t),
                        Urls.meeting(agenda.meeting().id()) + "/cancel",
                        form));
    }

    static Link about(Agenda agenda, Words t) {
        return new Link(Saying.titled(agenda, t), Urls.meeting(agenda.meeting().id()));
    }
}
