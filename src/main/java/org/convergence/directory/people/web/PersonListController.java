package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.CountedSlice;
import org.convergence.directory.people.domain.PersonListQueries;
import org.convergence.directory.people.web.PersonListPage.PersonListRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
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
class PersonListController {

    private static final int SHOWN = 50;
    private static final int FEW = 5;
    private static final List<String> COLUMNS = List.of("name", "", "", "");

    private final PersonListQueries list;
    private final PeopleDirectory people;

    PersonListController(PersonListQueries list, PeopleDirectory people) {
        this.list = list;
        this.people = people;
    }

    @GetMapping
    ModelAndView persons(Form form, Words t) {
        PersonListParameters asked = PersonListParameters.of(form);
        String after = form.filled("after") ? form.value("after") : null;
        CountedSlice<PersonListQueries.PersonLine> found = list.findPage(asked.filter(), after, SHOWN);
        boolean few = after == null && !asked.filter().typed().isEmpty() && found.count() < FEW;
        return PageView.pageOrFragment(
                "directory/people/persons",
                "directory/people/person-rows",
                new PersonListPage(
                        form,
                        at(asked),
                        languages(t),
                        listed(found, asked, after, t),
                        found.rows().stream().map(PersonListController::row).toList(),
                        few
                                ? list.findSimilar(asked.filter()).stream()
                                        .map(PersonListController::row)
                                        .toList()
                                : List.of(),
                        OrganisationListController.tabs(false, t),
                        CurrentActor.get().may(PeoplePermissions.EDIT)));
    }

    private PersonListPage.@Nullable FilteredOrganisation at(PersonListParameters asked) {
        OrganisationId organisation = asked.filter().organisation();
        if (organisation == null) {
            return null;
        }
        OrganisationName name = people.organisationNames(List.of(organisation)).get(organisation);
        return new PersonListPage.FilteredOrganisation(
                organisation.value().toString(),
                name == null ? "–" : name.brief(),
                asked.address().with("organisation", null).toString());
    }

    private List<Option> languages(Words t) {
        return list.findLanguages().stream()
                .map(code -> new Option(code, t.capital(t.languageName(code))))
                .toList();
    }

    private static DirectoryListFrame listed(
            CountedSlice<PersonListQueries.PersonLine> found,
            PersonListParameters asked,
            @Nullable String after,
            Words t) {
        List<String> labels = List.of(
                t.say("people.column.name"),
                t.say("people.column.functions"),
                t.say("people.column.mail"),
                t.say("people.column.phone"));
        return DirectoryListFrame.of(
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

    static PersonListRow row(PersonListQueries.PersonLine line) {
        String functions = line.functions();
        return new PersonListRow(
                PersonListParameters.LIST + "/" + line.name().id().value(),
                line.name().name(),
                functions == null ? "" : functions,
                line.first(ContactChannel.MAIL),
                line.first(ContactChannel.PHONE));
    }
}
