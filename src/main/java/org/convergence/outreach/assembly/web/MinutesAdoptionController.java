package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MinutesAdoptionService;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
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

/** Adopts minutes, by a resolution of a later meeting, and signs them. */
@Controller
@RequestMapping("/outreach/assembly/meetings/{id}/minutes")
@Requires(AssemblyPermissions.PREPARE)
record MinutesAdoptionController(
        MinutesAdoptionService adoption,
        MeetingQueries meetings,
        MinutesQueries minutes,
        OrganisationSettings settings,
        RecipientWords recipientWords) {

    private record MinutesAdoptionInput(
            LocalDate on,
            @Nullable UUID in,
            @Nullable UUID proposer,
            @Nullable UUID seconder) {}

    /** The address may name the later meeting that adopts them ({@code in}). */
    @GetMapping("/adopt")
    ModelAndView adopt(@PathVariable UUID id, Form asked, Words t) {
        UUID in = asked.read(answers -> answers.optionalId("in"));
        LocalDate on = in == null
                ? settings.today()
                : meetings.findById(new MeetingId(in)).day();
        return adopting(id, Form.blank().with("on", on).with("in", in), t);
    }

    @PostMapping("/adopt")
    ModelAndView adopted(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        LocalDate day = meetings.findById(meeting).day();
        return form.submit(
                answers -> new MinutesAdoptionInput(
                        answers.date("on"),
                        answers.optionalId("in"),
                        answers.optionalId("proposer"),
                        answers.optionalId("seconder")),
                said -> {
                    UUID in = said.in();
                    UUID proposer = said.proposer();
                    if (in != null && proposer != null) {
                        String text = recipientWords.forOrganisation().say("assembly.minutes.adopt.resolved", day);
                        adoption.adoptByResolution(
                                meeting,
                                new MeetingId(in),
                                ResolutionFacts.unanimous(text, new PersonId(proposer), person(said.seconder())));
                    } else {
                        adoption.adopt(meeting, said.on(), in == null ? null : new MeetingId(in));
                    }
                    return SeeOther.to(url(in == null ? id : in))
                            .withNotice("assembly.minutes.adopted.said", said.on());
                },
                () -> adopting(id, form, t));
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    private ModelAndView adopting(UUID id, Form form, Words t) {
        UUID in = form.read(answers -> answers.optionalId("in"));
        List<Option> movers = in == null ? List.of() : ResolutionForm.movers(minutes.findAttendance(new MeetingId(in)));
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        AssemblyFormPage frame = AssemblyFormPage.of(
                "assembly.minutes.adopt", MeetingController.about(agenda, t), url(id) + "/adopt", form);
        return PageView.of("outreach/assembly/adopt-form", new MinutesAdoptionPage(frame, movers));
    }

    @PostMapping("/adopt/undo")
    ModelAndView takeBack(@PathVariable UUID id) {
        adoption.undoAdoption(new MeetingId(id));
        return SeeOther.to(url(id)).withNotice("assembly.saved");
    }

    private record SignatureInput(LocalDate on, String by) {}

    @GetMapping("/sign")
    @Requires(AssemblyPermissions.KEEP)
    ModelAndView sign(@PathVariable UUID id, Words t) {
        return signing(id, Form.blank().with("on", settings.today()), t);
    }

    @PostMapping("/sign")
    @Requires(AssemblyPermissions.KEEP)
    ModelAndView signed(@PathVariable UUID id, Form form, Words t) {
        return form.submit(
                answers -> new SignatureInput(answers.date("on"), answers.text("by", 400)),
                said -> {
                    adoption.sign(new MeetingId(id), said.on(), said.by());
                    return SeeOther.to(url(id)).withNotice("assembly.minutes.signed.said");
                },
                () -> signing(id, form, t));
    }

    private ModelAndView signing(UUID id, Form form, Words t) {
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        return PageView.of(
                "outreach/assembly/sign-form",
                AssemblyFormPage.of(
                        "assembly.minutes.sign", MeetingController.about(agenda, t), url(id) + "/sign", form));
    }

    private static String url(UUID meeting) {
        return AssemblyUrls.meeting(meeting) + "/minutes";
    }
}
