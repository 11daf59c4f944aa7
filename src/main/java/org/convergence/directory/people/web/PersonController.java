package org.convergence.directory.people.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.domain.Newcomers;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.merging.Aliases;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One person: their page, and creating them. */
@Controller
@RequestMapping("/directory/people/persons")
@Requires(PeoplePermissions.EDIT)
class PersonController {

    private static final int TITLE = 200;

    private final Newcomers newcomers;
    private final PersonPages pages;
    private final Chooser chooser;
    private final Aliases aliases;

    PersonController(Newcomers newcomers, PersonPages pages, Chooser chooser, Aliases aliases) {
        this.newcomers = newcomers;
        this.pages = pages;
        this.chooser = chooser;
        this.aliases = aliases;
    }

    private record Entry(PersonFacts facts, Newcomers.@Nullable Function function) {}

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ_PEOPLE)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return aliases.keptFor(id)
                .<ModelAndView>map(
                        kept -> Go.to(PersonPages.url(new PersonId(kept))).saying("people.replace.moved"))
                .or(() -> pages.forgotten(new PersonId(id)).map(left -> Page.of("directory/people/forgotten", left)))
                .orElseGet(() -> Page.of("directory/people/person", pages.of(new PersonId(id), t)));
    }

    @GetMapping("/new")
    ModelAndView blank(Form asked, Words t) {
        UUID at = Asked.id(asked.value("organisation"));
        return addition(Form.blank().with("organisation", at), List.of(), t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        List<PersonName> called = new java.util.ArrayList<>();
        return form.submit(
                answers -> {
                    Newcomers.Function function = function(form, answers);
                    PersonFacts facts = PersonForms.read(form, answers);
                    if (!answers.flag("anyway")) {
                        called.addAll(newcomers.personsCalled(facts.displayName()));
                    }
                    if (!called.isEmpty()) {
                        form.reject("givenName", "people.person.called", called.size());
                    }
                    return new Entry(facts, function);
                },
                entry -> {
                    PersonId id = newcomers.person(entry.facts(), entry.function());
                    return Go.to(PersonPages.url(id))
                            .saying("people.person.added")
                            .undo(PersonPages.url(id) + "/remove?version=1");
                },
                () -> addition(form, called, t));
    }

    private Newcomers.@Nullable Function function(Form form, Answers answers) {
        Chosen<OrganisationId> at = chooser.chosenOrganisations(form, "organisation", 1);
        String title = answers.optionalText("title", TITLE);
        if (title != null && at.isEmpty() && form.problem("organisation") == null) {
            form.reject("organisation", "people.function.where");
        }
        if (title == null && !at.isEmpty()) {
            form.reject("title", "people.function.what");
        }
        return title == null || at.isEmpty() ? null : new Newcomers.Function(title, at, answers.optionalDate("since"));
    }

    private ModelAndView addition(Form form, List<PersonName> called, Words t) {
        return Page.of(
                "directory/people/person-form",
                new PersonFormPage(
                        null,
                        PersonsAsked.LIST + "/new",
                        PersonsAsked.LIST,
                        form,
                        null,
                        PersonForms.languages(List.of(), t),
                        chooser.organisations(form, "organisation", 1, List.of()),
                        called.stream()
                                .map(each -> new OrganisationPage.Link(each.name(), PersonPages.url(each.id())))
                                .toList()));
    }
}
