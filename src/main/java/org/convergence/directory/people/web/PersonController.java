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
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Conflict;
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

/** One person: her page, entering her, changing what is known, striking her out. */
@Controller
@RequestMapping("/directory/people/persons")
@Requires(PeoplePermissions.EDIT)
class PersonController {

    private static final int TITLE = 200;

    private final PersonReading reading;
    private final PersonRegister register;
    private final Newcomers newcomers;
    private final PersonPages pages;
    private final Chooser chooser;

    PersonController(
            PersonReading reading, PersonRegister register, Newcomers newcomers, PersonPages pages, Chooser chooser) {
        this.reading = reading;
        this.register = register;
        this.newcomers = newcomers;
        this.pages = pages;
        this.chooser = chooser;
    }

    private record Entry(PersonFacts facts, Newcomers.@Nullable Function function) {}

    private record Change(int version, PersonFacts facts) {}

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ_PEOPLE)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return Page.of("directory/people/person", pages.of(new PersonId(id), t));
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
        return form(new PersonFormPage(
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

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        PersonReading.Entry entry = reading.find(new PersonId(id));
        return edition(entry, PersonForms.of(entry.facts(), Form.blank()).at(entry.version()), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        PersonId person = new PersonId(id);
        PersonReading.Entry entry = reading.find(person);
        return form.submit(
                answers -> new Change(answers.version(), PersonForms.read(form, answers)),
                change -> {
                    register.change(person, change.version(), change.facts());
                    return Go.to(PersonPages.url(person)).saying("people.saved");
                },
                () -> edition(entry, form, null, t),
                since -> conflict(entry, form, since, t));
    }

    private ModelAndView conflict(PersonReading.Entry now, Form mine, int since, Words t) {
        Form before = reading.factsAt(now.id(), since)
                .map(facts -> Points.pack(PersonForms.of(facts, Form.blank())))
                .orElseGet(Form::blank);
        Form theirs = Points.pack(PersonForms.of(now.facts(), Form.blank())).at(now.version());
        String who = reading.changes(now.id()).stream()
                .findFirst()
                .map(each -> each.who())
                .orElse(null);
        Conflict both = Conflict.between(
                Points.pack(mine),
                before,
                theirs,
                since,
                who,
                PersonForms.FIELDS,
                (field, value) -> PersonForms.shown(field, value, t));
        return edition(now, Points.unpack(mine), both, t);
    }

    private ModelAndView edition(PersonReading.Entry entry, Form form, @Nullable Conflict conflict, Words t) {
        String url = PersonPages.url(entry.id());
        return form(new PersonFormPage(
                entry.facts().displayName(),
                url + "/edit",
                url,
                form,
                conflict,
                PersonForms.languages(entry.facts().languages(), t),
                null,
                List.of()));
    }

    private static ModelAndView form(PersonFormPage page) {
        return Page.of("directory/people/person-form", page);
    }

    @GetMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        PersonReading.Entry entry = reading.find(new PersonId(id));
        return removal(entry, Form.blank().at(entry.version()));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, Form form) {
        PersonId person = new PersonId(id);
        PersonReading.Entry entry = reading.find(person);
        return form.submit(
                answers -> answers.version(),
                version -> {
                    register.remove(person, version);
                    return Go.to(PersonsAsked.LIST)
                            .saying("people.person.removed")
                            .undo(PersonPages.url(person) + "/remove/undo");
                },
                () -> removal(entry, form));
    }

    @PostMapping("/{id}/remove/undo")
    ModelAndView bringBack(@PathVariable UUID id) {
        PersonId person = new PersonId(id);
        register.bringBack(person);
        return Go.to(PersonPages.url(person)).saying("people.person.back");
    }

    private static ModelAndView removal(PersonReading.Entry entry, Form form) {
        return Page.of(
                "directory/people/removal",
                new RemovalPage(entry.facts().displayName(), PersonPages.url(entry.id()), "person", form));
    }
}
