package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.MinutesReading;
import org.convergence.outreach.assembly.domain.ResolutionKeeping;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records conflicts of interest declared under an item (R-GOV-10). */
@Controller
@RequestMapping("/outreach/assembly/items/{id}/interests/new")
@Requires(AssemblyPermissions.PREPARE)
class InterestController {

    private final ResolutionKeeping keeping;
    private final MeetingReading reading;
    private final MinutesReading minutes;

    InterestController(ResolutionKeeping keeping, MeetingReading reading, MinutesReading minutes) {
        this.keeping = keeping;
        this.reading = reading;
        this.minutes = minutes;
    }

    private record Declared(
            PersonId person, String nature, @Nullable String value, boolean abstained) {}

    @GetMapping
    ModelAndView declare(@PathVariable UUID id) {
        return page(id, Form.blank().with("abstained", true));
    }

    @PostMapping
    ModelAndView declare(@PathVariable UUID id, Form form) {
        UUID meeting = reading.point(id).meeting().value();
        return form.submit(
                answers -> {
                    UUID person = answers.id("person");
                    boolean there =
                            people(id).stream().anyMatch(one -> one.value().equals(person.toString()));
                    if (!there && form.problem("person") == null) {
                        form.reject("person", "shell.form.choice");
                    }
                    return new Declared(
                            new PersonId(person),
                            answers.text("nature", 1_000),
                            answers.optionalText("value", 200),
                            answers.flag("abstained"));
                },
                said -> {
                    keeping.declare(id, said.person(), said.nature(), said.value(), said.abstained());
                    return Go.to(Urls.meeting(meeting) + "/minutes#point-" + id).saying("assembly.interest.noted");
                },
                () -> page(id, form));
    }

    private List<Option> people(UUID item) {
        return ResolutionForms.movers(minutes.present(reading.point(item).meeting()));
    }

    private ModelAndView page(UUID id, Form form) {
        var it = reading.point(id);
        Link about = new Link(
                reading.agenda(it.meeting()).title(), Urls.meeting(it.meeting().value()) + "/minutes");
        return Page.of(
                "outreach/assembly/interest-form",
                new ResolutionFormPage(
                        FormPage.of(
                                "assembly.interest.new", about, Urls.HOME + "/items/" + id + "/interests/new", form),
                        people(id),
                        List.of(),
                        List.of(),
                        0,
                        true));
    }
}
