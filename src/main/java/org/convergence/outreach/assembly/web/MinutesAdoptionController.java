package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.MinutesAdoption;
import org.convergence.outreach.assembly.domain.MinutesReading;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
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

/** Adopts minutes, by a resolution of a later meeting, and signs them. */
@Controller
@RequestMapping("/outreach/assembly/meetings/{id}/minutes")
@Requires(AssemblyPermissions.PREPARE)
class MinutesAdoptionController {

    private final MinutesAdoption adoption;
    private final MeetingReading reading;
    private final MinutesReading minutes;
    private final OrganisationSettings settings;
    private final Speaking speaking;

    MinutesAdoptionController(
            MinutesAdoption adoption,
            MeetingReading reading,
            MinutesReading minutes,
            OrganisationSettings settings,
            Speaking speaking) {
        this.adoption = adoption;
        this.reading = reading;
        this.minutes = minutes;
        this.settings = settings;
        this.speaking = speaking;
    }

    private record Adopted(
            LocalDate on,
            @Nullable UUID in,
            @Nullable UUID proposer,
            @Nullable UUID seconder) {}

    /** The address may name the later meeting that adopts them ({@code in}). */
    @GetMapping("/adopt")
    ModelAndView adopt(@PathVariable UUID id, Form asked, Words t) {
        UUID in = asked.read(answers -> answers.optionalId("in"));
        LocalDate on =
                in == null ? settings.today() : reading.one(new MeetingId(in)).day();
        return adopting(id, Form.blank().with("on", on).with("in", in), t);
    }

    @PostMapping("/adopt")
    ModelAndView adopted(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        LocalDate day = reading.one(meeting).day();
        return form.submit(
                answers -> new Adopted(
                        answers.date("on"),
                        answers.optionalId("in"),
                        answers.optionalId("proposer"),
                        answers.optionalId("seconder")),
                said -> {
                    UUID in = said.in();
                    UUID proposer = said.proposer();
                    if (in != null && proposer != null) {
                        String text = speaking.toAll().say("assembly.minutes.adopt.resolved", day);
                        adoption.resolve(
                                meeting,
                                new MeetingId(in),
                                ResolutionFacts.unanimous(text, new PersonId(proposer), person(said.seconder())));
                    } else {
                        adoption.adopt(meeting, said.on(), in == null ? null : new MeetingId(in));
                    }
                    return Go.to(url(in == null ? id : in)).saying("assembly.minutes.adopted.said", said.on());
                },
                () -> adopting(id, form, t));
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    private ModelAndView adopting(UUID id, Form form, Words t) {
        UUID in = form.read(answers -> answers.optionalId("in"));
        List<Option> movers = in == null ? List.of() : ResolutionForms.movers(minutes.present(new MeetingId(in)));
        Agenda agenda = reading.agenda(new MeetingId(id));
        FormPage frame =
                FormPage.of("assembly.minutes.adopt", MeetingController.about(agenda, t), url(id) + "/adopt", form);
        return Page.of("outreach/assembly/adopt-form", new AdoptPage(frame, movers));
    }

    @PostMapping("/adopt/undo")
    ModelAndView takeBack(@PathVariable UUID id) {
        adoption.takeBack(new MeetingId(id));
        return Go.to(url(id)).saying("assembly.saved");
    }

    private record Signed(LocalDate on, String by) {}

    @GetMapping("/sign")
    @Requires(AssemblyPermissions.KEEP)
    ModelAndView sign(@PathVariable UUID id, Words t) {
        return signing(id, Form.blank().with("on", settings.today()), t);
    }

    @PostMapping("/sign")
    @Requires(AssemblyPermissions.KEEP)
    ModelAndView signed(@PathVariable UUID id, Form form, Words t) {
        return form.submit(
                answers -> new Signed(answers.date("on"), answers.text("by", 400)),
                said -> {
                    adoption.sign(new MeetingId(id), said.on(), said.by());
                    return Go.to(url(id)).saying("assembly.minutes.signed.said");
                },
                () -> signing(id, form, t));
    }

    private ModelAndView signing(UUID id, Form form, Words t) {
        Agenda agenda = reading.agenda(new MeetingId(id));
        return Page.of(
                "outreach/assembly/sign-form",
                FormPage.of("assembly.minutes.sign", MeetingController.about(agenda, t), url(id) + "/sign", form));
    }

    private static String url(UUID meeting) {
        return Urls.meeting(meeting) + "/minutes";
    }
}
