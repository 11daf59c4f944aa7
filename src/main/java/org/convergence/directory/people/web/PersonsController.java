package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.ContactPoint.Channel;
import org.convergence.directory.people.domain.Found;
import org.convergence.directory.people.domain.PersonList;
import org.convergence.directory.people.web.PersonsPage.Row;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of people. */
@Controller
@RequestMapping("/directory/people/persons")
@Requires(PeoplePermissions.READ_PEOPLE)
class PersonsController {

    private static final int SHOWN = 50;
    private static final int FEW = 5;
    private static final List<String> COLUMNS = List.of("name", "", "", "");

    private final PersonList list;
    private final People people;

    PersonsController(PersonList list, People people) {
        this.list = list;
        this.people = people;
    }

    @GetMapping
    ModelAndView persons(Form form, Words t) {
        PersonsAsked asked = PersonsAsked.of(form);
        String after = form.filled("after") ? form.value("after") : null;
        Found<PersonList.Line> found = list.page(asked.filter(), after, SHOWN);
        boolean few = after == null && !asked.filter().typed().isEmpty() && found.count() < FEW;
        return Page.either(
                "directory/people/persons",
                "directory/people/person-rows",
                new PersonsPage(
                        form,
                        at(asked),
                        languages(t),
                        listed(found, asked, after, t),
                        found.rows().stream().map(PersonsController::row).toList(),
                        few
                                ? list.near(asked.filter()).stream()
                                        .map(PersonsController::row)
                                        .toList()
                                : List.of(),
                        OrganisationsController.tabs(false, t),
                        CurrentActor.get().may(PeoplePermissions.EDIT)));
    }

    private PersonsPage.@Nullable At at(PersonsAsked asked) {
        OrganisationId organisation = asked.filter().organisation();
        if (organisation == null) {
            return null;
        }
        OrganisationName name = people.organisationNames(List.of(organisation)).get(organisation);
        return new PersonsPage.At(
                organisation.value().toString(),
                name == null ? "–" : name.brief(),
                asked.address().with("organisation", null).toString());
    }

    private List<Option> languages(Words t) {
        return list.languages().stream()
                .map(code -> new Option(code, t.capital(t.languageName(code))))
                .toList();
    }

    private static Listed listed(Found<PersonList.Line> found, PersonsAsked asked, @Nullable String after, Words t) {
        List<String> labels = List.of(
                t.say("people.column.name"),
                t.say("people.column.functions"),
                t.say("people.column.mail"),
                t.say("people.column.phone"));
        return Listed.of(
                found,
                asked.address(),
                asked.sort(),
                COLUMNS,
                labels,
                "people.persons.count",
                after,
                !asked.filter().isEmpty(),
                t);
    }

    static Row row(PersonList.Line line) {
        String functions = line.functions();
        return new Row(
                PersonsAsked.LIST + "/" + line.name().id().value(),
                line.name().name(),
                functions == null ? "" : functions,
                line.first(Channel.MAIL),
                line.first(Channel.PHONE));
    }
}
