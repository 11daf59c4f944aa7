package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.outreach.assembly.domain.BodyReading.SeatSaid;
import org.convergence.outreach.assembly.domain.SeatFacts;
import org.convergence.outreach.assembly.domain.SeatKeeping;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adds and corrects the seats of a body. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.KEEP)
class SeatController {

    private static final String FIELD = "organisation";

    private final BodyReading reading;
    private final SeatKeeping keeping;
    private final Chooser chooser;
    private final People people;
    private final OrganisationSettings settings;

    SeatController(
            BodyReading reading, SeatKeeping keeping, Chooser chooser, People people, OrganisationSettings settings) {
        this.reading = reading;
        this.keeping = keeping;
        this.chooser = chooser;
        this.people = people;
        this.settings = settings;
    }

    private record Said(int version, SeatFacts facts, List<String> newcomers) {}

    @GetMapping("/bodies/{id}/seats/new")
    ModelAndView add(@PathVariable UUID id) {
        return add(new BodyId(id), Form.blank().with("since", settings.today()));
    }

    @PostMapping("/bodies/{id}/seats/new")
    ModelAndView add(@PathVariable UUID id, Form form) {
        BodyId body = new BodyId(id);
        reading.one(body);
        return form.submit(
                answers -> read(form, answers),
                said -> {
                    keeping.add(body, entered(said));
                    return Go.to(Urls.body(id)).saying("assembly.seat.added");
                },
                () -> add(body, form));
    }

    private ModelAndView add(BodyId body, Form form) {
        return page("assembly.seat.new", body, Urls.body(body.value()) + "/seats/new", form);
    }

    @GetMapping("/seats/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        SeatSaid seat = reading.seat(id);
        return correct(seat, BodyForms.of(seat.facts()).at(seat.version()));
    }

    @PostMapping("/seats/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        SeatSaid seat = reading.seat(id);
        return form.submit(
                answers -> read(form, answers),
                said -> {
                    keeping.correct(id, said.version(), entered(said));
                    return Go.to(Urls.body(seat.body().value())).saying("assembly.saved");
                },
                () -> correct(seat, form));
    }

    private ModelAndView correct(SeatSaid seat, Form form) {
        return page("assembly.seat.edit", seat.body(), Urls.seat(seat.id()), form);
    }

    private Said read(Form form, Answers answers) {
        Chosen<OrganisationId> chosen = chooser.chosenOrganisations(form, FIELD, 1);
        return new Said(answers.version(), BodyForms.seat(form, answers, chosen.first()), chosen.newcomers());
    }

    /** Adds an organisation that is not in the directory yet. */
    private SeatFacts entered(Said said) {
        SeatFacts facts = said.facts();
        return said.newcomers().isEmpty()
                ? facts
                : new SeatFacts(
                        facts.title(), people.organisationNamed(said.newcomers().get(0)), facts.since(), facts.until());
    }

    private ModelAndView page(String key, BodyId body, String action, Form form) {
        return Page.of(
                "outreach/assembly/seat-form",
                FormPage.choosing(
                        key,
                        BodyController.about(reading.one(body)),
                        action,
                        form,
                        chooser.organisations(form, FIELD, 1, List.of())));
    }
}
