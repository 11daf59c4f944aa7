package org.convergence.directory.people.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.Appointments;
import org.convergence.directory.people.domain.Newcomers;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.platform.access.Requires;
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

/** The functions of people: created from either page, corrected, ended, deleted. */
@Controller
@RequestMapping("/directory/people")
@Requires(PeoplePermissions.EDIT)
class FunctionController {

    private static final int TITLE = 200;
    private static final int MOST = 10;

    private final Appointments appointments;
    private final Newcomers newcomers;
    private final OrganisationReading organisations;
    private final PersonReading persons;
    private final Chooser chooser;

    FunctionController(
            Appointments appointments,
            Newcomers newcomers,
            OrganisationReading organisations,
            PersonReading persons,
            Chooser chooser) {
        this.appointments = appointments;
        this.newcomers = newcomers;
        this.organisations = organisations;
        this.persons = persons;
        this.chooser = chooser;
    }

    private record Appointment<I extends Party>(Chosen<I> chosen, String title, Period period) {}

    private record Correction(int version, String title, Period period) {}

    @GetMapping("/organisations/{id}/functions/new")
    ModelAndView inOrganisation(@PathVariable UUID id) {
        return inOrganisation(new OrganisationId(id), Form.blank());
    }

    @PostMapping("/organisations/{id}/functions/new")
    ModelAndView inOrganisation(@PathVariable UUID id, Form form) {
        OrganisationId at = new OrganisationId(id);
        organisations.find(at);
        return form.submit(
                answers -> read(form, answers, each -> chooser.chosenPersons(each, "person", MOST), "person"),
                said -> {
                    said.chosen()
                            .known()
                            .forEach(person -> appointments.appoint(person, at, said.title(), said.period()));
                    return Go.to(OrganisationPages.url(at)).saying("people.function.said");
                },
                () -> inOrganisation(at, form));
    }

    private ModelAndView inOrganisation(OrganisationId at, Form form) {
        return page(new FunctionFormPage(
                organisation(at),
                chooser.persons(form, "person", MOST, List.of()),
                "person",
                null,
                OrganisationPages.url(at) + "/functions/new",
                null,
                PersonsAsked.LIST + "/new?organisation=" + at.value(),
                form));
    }

    @GetMapping("/persons/{id}/functions/new")
    ModelAndView ofPerson(@PathVariable UUID id) {
        return ofPerson(new PersonId(id), Form.blank());
    }

    @PostMapping("/persons/{id}/functions/new")
    ModelAndView ofPerson(@PathVariable UUID id, Form form) {
        PersonId person = new PersonId(id);
        persons.find(person);
        return form.submit(
                answers -> read(
                        form, answers, each -> chooser.chosenOrganisations(each, "organisation", 1), "organisation"),
                said -> {
                    newcomers.appoint(person, new Newcomers.Function(said.title(), said.chosen(), null), said.period());
                    return Go.to(PersonPages.url(person)).saying("people.function.said");
                },
                () -> ofPerson(person, form));
    }

    private ModelAndView ofPerson(PersonId person, Form form) {
        return page(new FunctionFormPage(
                person(person),
                chooser.organisations(form, "organisation", 1, List.of()),
                "organisation",
                null,
                PersonPages.url(person) + "/functions/new",
                null,
                null,
                form));
    }

    private static <I extends Party> Appointment<I> read(
            Form form, Answers answers, Function<Form, Chosen<I>> reader, String field) {
        Chosen<I> chosen = reader.apply(form);
        if (chosen.isEmpty() && form.problem(field) == null) {
            form.reject(field, field.equals("person") ? "people.function.who" : "people.function.where");
        }
        return new Appointment<>(chosen, answers.text("title", TITLE), Periods.read(form, answers));
    }

    @GetMapping("/functions/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        Appointments.Said said = appointments.said(new FunctionId(id));
        Form form = Periods.fill(Form.blank().with("title", said.title()), said.period());
        return correction(id, said, form.at(said.version()));
    }

    @PostMapping("/functions/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        Appointments.Said said = appointments.said(new FunctionId(id));
        return form.submit(
                answers -> new Correction(answers.version(), answers.text("title", TITLE), Periods.read(form, answers)),
                correction -> {
                    appointments.change(
                            new FunctionId(id), correction.version(), correction.title(), correction.period());
                    return Go.to(PersonPages.url(said.person())).saying("people.saved");
                },
                () -> correction(id, said, form));
    }

    @PostMapping("/functions/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Form form) {
        Appointments.Said said = appointments.said(new FunctionId(id));
        return form.submit(
                answers -> answers.version(),
                version -> {
                    appointments.withdraw(new FunctionId(id), version);
                    return Go.to(PersonPages.url(said.person()))
                            .saying("people.function.withdrawn")
                            .undo("/directory/people/functions/" + id + "/withdraw/undo");
                },
                () -> correction(id, said, form));
    }

    @PostMapping("/functions/{id}/withdraw/undo")
    ModelAndView bringBack(@PathVariable UUID id) {
        FunctionId function = new FunctionId(id);
        appointments.bringBack(function);
        return Go.to(PersonPages.url(appointments.said(function).person())).saying("people.function.back");
    }

    private ModelAndView correction(UUID id, Appointments.Said said, Form form) {
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

    private OrganisationPage.Link organisation(OrganisationId id) {
        return new OrganisationPage.Link(organisations.find(id).facts().name(), OrganisationPages.url(id));
    }

    private OrganisationPage.Link person(PersonId id) {
        return new OrganisationPage.Link(persons.find(id).facts().displayName(), PersonPages.url(id));
    }

    private static ModelAndView page(FunctionFormPage page) {
        return Page.of("directory/people/function-form", page);
    }
}
