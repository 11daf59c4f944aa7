package org.convergence.directory.people.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.NewcomerService;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage;
import org.convergence.platform.access.Requires;
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

/** The functions of people: created from either page, corrected, ended, deleted. */
@Controller
@RequestMapping("/directory/people")
@Requires(PeoplePermissions.EDIT)
record FunctionController(
        AppointmentService appointments,
        NewcomerService newcomers,
        OrganisationQueries organisations,
        PersonQueries persons,
        PartyChooser chooser) {

    private static final int TITLE = 200;
    private static final int MOST = 10;

    private record FunctionInput<I extends Party>(ChosenParties<I> chosen, String title, Period period) {}

    private record FunctionChange(int version, String title, Period period) {}

    @GetMapping("/organisations/{id}/functions/new")
    ModelAndView inOrganisation(@PathVariable OrganisationId id) {
        return organisationPage(id, Form.blank());
    }

    @PostMapping("/organisations/{id}/functions/new")
    ModelAndView inOrganisation(@PathVariable OrganisationId id, Form form) {
        organisations.findById(id);
        return form.submit(
                answers -> read(form, answers, each -> chooser.chosenPersons(each, "person", MOST), "person"),
                said -> {
                    said.chosen()
                            .known()
                            .forEach(person -> appointments.appoint(person, id, said.title(), said.period()));
                    return SeeOther.to(OrganisationPageAssembler.url(id)).withNotice("people.function.said");
                },
                () -> organisationPage(id, form));
    }

    private ModelAndView organisationPage(OrganisationId at, Form form) {
        return page(new FunctionFormPage(
                organisation(at),
                chooser.persons(form, "person", MOST, List.of()),
                "person",
                null,
                OrganisationPageAssembler.url(at) + "/functions/new",
                null,
                PersonListPage.LIST + "/new?organisation=" + at.value(),
                form));
    }

    @GetMapping("/persons/{id}/functions/new")
    ModelAndView ofPerson(@PathVariable PersonId id) {
        return personPage(id, Form.blank());
    }

    @PostMapping("/persons/{id}/functions/new")
    ModelAndView ofPerson(@PathVariable PersonId id, Form form) {
        persons.findById(id);
        return form.submit(
                answers -> read(
                        form, answers, each -> chooser.chosenOrganisations(each, "organisation", 1), "organisation"),
                said -> {
                    newcomers.appoint(
                            id, new NewcomerService.NewcomerFunction(said.title(), said.chosen(), null), said.period());
                    return SeeOther.to(PersonPageAssembler.url(id)).withNotice("people.function.said");
                },
                () -> personPage(id, form));
    }

    private ModelAndView personPage(PersonId person, Form form) {
        return page(new FunctionFormPage(
                person(person),
                chooser.organisations(form, "organisation", 1, List.of()),
                "organisation",
                null,
                PersonPageAssembler.url(person) + "/functions/new",
                null,
                null,
                form));
    }

    private static <I extends Party> FunctionInput<I> read(
            Form form, FormValues answers, Function<Form, ChosenParties<I>> reader, String field) {
        ChosenParties<I> chosen = reader.apply(form);
        if (chosen.isEmpty() && form.problem(field) == null) {
            form.reject(field, field.equals("person") ? "people.function.who" : "people.function.where");
        }
        return new FunctionInput<>(chosen, answers.text("title", TITLE), PeriodForm.read(form, answers));
    }

    @GetMapping("/functions/{id}")
    ModelAndView correct(@PathVariable FunctionId id) {
        AppointmentService.AppointmentDetails said = appointments.findById(id);
        Form form = PeriodForm.fill(Form.blank().with("title", said.title()), said.period());
        return correction(id.value(), said, form.atVersion(said.version()));
    }

    @PostMapping("/functions/{id}")
    ModelAndView correct(@PathVariable FunctionId id, Form form) {
        AppointmentService.AppointmentDetails said = appointments.findById(id);
        return form.submit(
                answers -> new FunctionChange(
                        answers.version(), answers.text("title", TITLE), PeriodForm.read(form, answers)),
                correction -> appointments.update(id, correction.version(), correction.title(), correction.period()),
                SeeOther.to(PersonPageAssembler.url(said.person())).withNotice("people.saved"),
                () -> correction(id.value(), said, form));
    }

    @PostMapping("/functions/{id}/withdraw")
    ModelAndView withdraw(@PathVariable FunctionId id, Form form) {
        AppointmentService.AppointmentDetails said = appointments.findById(id);
        return form.submit(
                answers -> answers.version(),
                version -> appointments.delete(id, version),
                SeeOther.to(PersonPageAssembler.url(said.person()))
                        .withNotice("people.function.withdrawn")
                        .withUndo("/directory/people/functions/" + id.value() + "/withdraw/undo"),
                () -> correction(id.value(), said, form));
    }

    @PostMapping("/functions/{id}/withdraw/undo")
    ModelAndView bringBack(@PathVariable FunctionId id) {
        appointments.restore(id);
        return SeeOther.to(PersonPageAssembler.url(appointments.findById(id).person()))
                .withNotice("people.function.back");
    }

    private ModelAndView correction(UUID id, AppointmentService.AppointmentDetails said, Form form) {
        String url = "/directory/people/functions/" + id;
        return page(new FunctionFormPage(
                person(said.person()),
                null,
                "organisation",
                organisation(said.organisation()),
                url,
                url + "/withdraw",
                null,
                form));
    }

    private OrganisationPage.PartyLink organisation(OrganisationId id) {
        return new OrganisationPage.PartyLink(
                organisations.findById(id).facts().name(), OrganisationPageAssembler.url(id));
    }

    private OrganisationPage.PartyLink person(PersonId id) {
        return new OrganisationPage.PartyLink(persons.findById(id).facts().displayName(), PersonPageAssembler.url(id));
    }

    private static ModelAndView page(FunctionFormPage page) {
        return PageView.of("directory/people/function-form", page);
    }
}
