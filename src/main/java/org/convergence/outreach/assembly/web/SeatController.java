package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.BodyQueries.SeatDetails;
import org.convergence.outreach.assembly.domain.SeatFacts;
import org.convergence.outreach.assembly.domain.SeatService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
record SeatController(
        BodyQueries bodies,
        SeatService seats,
        PartyChooser chooser,
        PeopleDirectory people,
        OrganisationSettings settings) {

    private static final String FIELD = "organisation";

    private record SeatInput(int version, SeatFacts facts, List<String> newcomers) {}

    @GetMapping("/bodies/{id}/seats/new")
    ModelAndView add(@PathVariable UUID id) {
        return add(new BodyId(id), Form.blank().with("since", settings.today()));
    }

    @PostMapping("/bodies/{id}/seats/new")
    ModelAndView add(@PathVariable UUID id, Form form) {
        BodyId body = new BodyId(id);
        bodies.findById(body);
        return form.submit(
                answers -> read(form, answers),
                said -> seats.add(body, entered(said)),
                SeeOther.to(AssemblyUrls.body(id)).withNotice("assembly.seat.added"),
                () -> add(body, form));
    }

    private ModelAndView add(BodyId body, Form form) {
        return page("assembly.seat.new", body, AssemblyUrls.body(body.value()) + "/seats/new", form);
    }

    @GetMapping("/seats/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        SeatDetails seat = bodies.seat(id);
        return correct(seat, BodyForm.toForm(seat.facts()).atVersion(seat.version()));
    }

    @PostMapping("/seats/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        SeatDetails seat = bodies.seat(id);
        return form.submit(
                answers -> read(form, answers),
                said -> seats.correct(id, said.version(), entered(said)),
                SeeOther.to(AssemblyUrls.body(seat.body().value())).withNotice("assembly.saved"),
                () -> correct(seat, form));
    }

    private ModelAndView correct(SeatDetails seat, Form form) {
        return page("assembly.seat.edit", seat.body(), AssemblyUrls.seat(seat.id()), form);
    }

    private SeatInput read(Form form, FormValues answers) {
        ChosenParties<OrganisationId> chosen = chooser.chosenOrganisations(form, FIELD, 1);
        return new SeatInput(answers.version(), BodyForm.seat(form, answers, chosen.first()), chosen.newcomers());
    }

    /** Adds an organisation that is not in the directory yet. */
    private SeatFacts entered(SeatInput said) {
        SeatFacts facts = said.facts();
        return said.newcomers().isEmpty()
                ? facts
                : new SeatFacts(
                        facts.title(),
                        people.findOrCreateOrganisation(said.newcomers().get(0)),
                        facts.since(),
                        facts.until());
    }

    private ModelAndView page(String key, BodyId body, String action, Form form) {
        return PageView.of(
                "outreach/assembly/seat-form",
                AssemblyFormPage.choosing(
                        key,
                        BodyController.about(bodies.findById(body)),
                        action,
                        form,
                        chooser.organisations(form, FIELD, 1, List.of())));
    }
}
