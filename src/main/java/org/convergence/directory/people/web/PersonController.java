package org.convergence.directory.people.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.domain.NewcomerService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
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

    private final NewcomerService newcomers;
    private final PersonPageAssembler pages;
    private final PartyChooser chooser;
    private final AliasRepository aliases;

    PersonController(
            NewcomerService newcomers, PersonPageAssembler pages, PartyChooser chooser, AliasRepository aliases) {
        this.newcomers = newcomers;
        this.pages = pages;
        this.chooser = chooser;
        this.aliases = aliases;
    }

    private record PersonInput(PersonFacts facts, NewcomerService.@Nullable NewcomerFunction function) {}

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ_PEOPLE)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return aliases.findKeptId(id)
                .<ModelAndView>map(kept ->
                        SeeOther.to(PersonPageAssembler.url(new PersonId(kept))).withNotice("people.replace.moved"))
                .or(() ->
                        pages.forgotten(new PersonId(id)).map(left -> PageView.of("directory/people/forgotten", left)))
                .orElseGet(() -> PageView.of("directory/people/person", pages.assemble(new PersonId(id), t)));
    }

    @GetMapping("/new")
    ModelAndView blank(Form asked, Words t) {
        UUID at = TextParser.id(asked.value("organisation")).orElse(null);
        return addition(Form.blank().with("organisation", at), List.of(), t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        List<PersonName> called = new java.util.ArrayList<>();
        return form.submit(
                answers -> {
                    NewcomerService.NewcomerFunction function = function(form, answers);
                    PersonFacts facts = PersonForm.read(form, answers);
                    if (!answers.checkbox("anyway")) {
                        called.addAll(newcomers.findPeopleByName(facts.displayName()));
                    }
                    if (!called.isEmpty()) {
                        form.reject("givenName", "people.person.called", called.size());
                    }
                    return new PersonInput(facts, function);
                },
                entry -> {
                    PersonId id = newcomers.createPerson(entry.facts(), entry.function());
                    return SeeOther.to(PersonPageAssembler.url(id))
                            .withNotice("people.person.added")
                            .withUndo(PersonPageAssembler.url(id) + "/remove?version=1");
                },
                () -> addition(form, called, t));
    }

    private NewcomerService.@Nullable NewcomerFunction function(Form form, FormValues answers) {
        ChosenParties<OrganisationId> at = chooser.chosenOrganisations(form, "organisation", 1);
        String title = answers.optionalText("title", TITLE);
        if (title != null && at.isEmpty() && form.problem("organisation") == null) {
            form.reject("organisation", "people.function.where");
        }
        if (title == null && !at.isEmpty()) {
            form.reject("title", "people.function.what");
        }
        return title == null || at.isEmpty()
                ? null
                : new NewcomerService.NewcomerFunction(title, at, answers.optionalDate("since"));
    }

    private ModelAndView addition(Form form, List<PersonName> called, Words t) {
        return PageView.of(
                "directory/people/person-form",
                new PersonFormPage(
                        null,
                        PersonListPage.LIST + "/new",
                        PersonListPage.LIST,
                        form,
                        null,
                        PersonForm.languages(List.of(), t),
                        chooser.organisations(form, "organisation", 1, List.of()),
                        called.stream()
                                .map(each ->
                                        new OrganisationPage.PartyLink(each.name(), PersonPageAssembler.url(each.id())))
                                .toList()));
    }
}
