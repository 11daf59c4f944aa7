package org.convergence.directory.people.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.platform.access.Requires;
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

/** Changing and deleting a person, with edit conflicts. */
@Controller
@RequestMapping("/directory/people/persons")
@Requires(PeoplePermissions.EDIT)
class PersonEditController {

    private final PersonReading reading;
    private final PersonRegister register;

    PersonEditController(PersonReading reading, PersonRegister register) {
        this.reading = reading;
        this.register = register;
    }

    private record Change(int version, PersonFacts facts) {}

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
        Conflict both = TwoVersions.between(
                mine,
                since,
                reading.factsAt(now.id(), since)
                        .map(facts -> PersonForms.of(facts, Form.blank()))
                        .orElseGet(Form::blank),
                PersonForms.of(now.facts(), Form.blank()).at(now.version()),
                reading.changes(now.id()),
                PersonForms.FIELDS,
                (field, value) -> PersonForms.shown(field, value, t));
        return edition(now, Points.unpack(mine), both, t);
    }

    private ModelAndView edition(PersonReading.Entry entry, Form form, @Nullable Conflict conflict, Words t) {
        String url = PersonPages.url(entry.id());
        return Page.of(
                "directory/people/person-form",
                new PersonFormPage(
                        entry.facts().displayName(),
                        url + "/edit",
                        url,
                        form,
                        conflict,
                        PersonForms.languages(entry.facts().languages(), t),
                        null,
                        List.of()));
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
