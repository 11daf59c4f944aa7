package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records conflicts of interest that people with a seat, or delegates of an assembly, declare under an item (R-GOV-10). */
@Controller
@RequestMapping("/outreach/assembly/items/{id}/interests")
@Requires(AssemblyPermissions.PREPARE)
record InterestController(ResolutionService resolutions, MeetingQueries meetings, MinutesQueries minutes) {

    private record InterestInput(
            String declarant, String nature, @Nullable String value, boolean abstained) {}

    @GetMapping("/new")
    ModelAndView declare(@PathVariable UUID id) {
        return page(id, Form.blank().with("abstained", true));
    }

    @PostMapping("/new")
    ModelAndView declare(@PathVariable UUID id, Form form) {
        return form.submit(
                answers -> {
                    String declarant = answers.text("person", 600);
                    boolean there =
                            people(id).stream().anyMatch(one -> one.value().equals(declarant));
                    if (!there && form.problem("person") == null) {
                        form.reject("person", "shell.form.choice");
                    }
                    return new InterestInput(
                            declarant,
                            answers.text("nature", 1_000),
                            answers.optionalText("value", 200),
                            answers.checkbox("abstained"));
                },
                said -> SeeOther.to(minutesUrl(id))
                        .withNotice("assembly.interest.noted")
                        .withUndo(AssemblyUrls.HOME + "/items/" + id + "/interests/" + declare(id, said) + "/undo"),
                () -> page(id, form));
    }

    /** Takes back a declaration noted by mistake. */
    @PostMapping("/{interest}/undo")
    ModelAndView undo(@PathVariable UUID id, @PathVariable UUID interest) {
        resolutions.deleteInterest(meetings.point(id).meeting(), interest);
        return SeeOther.to(minutesUrl(id)).withNotice("assembly.interest.taken-back");
    }

    private String minutesUrl(UUID item) {
        return AssemblyUrls.meeting(meetings.point(item).meeting().value()) + "/minutes#point-" + item;
    }

    private UUID declare(UUID id, InterestInput said) {
        UUID person = TextParser.id(said.declarant()).orElse(null);
        return person == null
                ? resolutions.declareInterest(id, said.declarant(), said.nature(), said.value(), said.abstained())
                : resolutions.declareInterest(id, new PersonId(person), said.nature(), said.value(), said.abstained());
    }

    private List<Option> people(UUID item) {
        MeetingId meeting = meetings.point(item).meeting();
        return Stream.concat(
                        ResolutionForm.movers(minutes.findAttendance(meeting)).stream(),
                        minutes.findDelegates(meeting).stream().map(each -> Option.of(each, each)))
                .toList();
    }

    private ModelAndView page(UUID id, Form form) {
        var it = meetings.point(id);
        PageLink about = new PageLink(
                meetings.findAgenda(it.meeting()).title(),
                AssemblyUrls.meeting(it.meeting().value()) + "/minutes");
        return PageView.of(
                "outreach/assembly/interest-form",
                new ResolutionFormPage(
                        AssemblyFormPage.of(
                                "assembly.interest.new",
                                about,
                                AssemblyUrls.HOME + "/items/" + id + "/interests/new",
                                form),
                        people(id),
                        List.of(),
                        List.of(),
                        0,
                        true,
                        null));
    }
}
