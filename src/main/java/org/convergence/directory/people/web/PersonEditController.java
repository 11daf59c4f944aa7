package org.convergence.directory.people.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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

    private final PersonQueries persons;
    private final PersonService personService;

    PersonEditController(PersonQueries persons, PersonService personService) {
        this.persons = persons;
        this.personService = personService;
    }

    private record PersonChange(int version, PersonFacts facts) {}

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        PersonQueries.PersonVersion entry = persons.findById(new PersonId(id));
        return edition(entry, PersonForm.fill(entry.facts(), Form.blank()).atVersion(entry.version()), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        PersonId person = new PersonId(id);
        PersonQueries.PersonVersion entry = persons.findById(person);
        return form.submit(
                answers -> new PersonChange(answers.version(), PersonForm.read(form, answers)),
                change -> {
                    personService.update(person, change.version(), change.facts());
                    return SeeOther.to(PersonPageAssembler.url(person)).withNotice("people.saved");
                },
                () -> edition(entry, form, null, t),
                since -> conflict(entry, form, since, t));
    }

    private ModelAndView conflict(PersonQueries.PersonVersion now, Form mine, int since, Words t) {
        Conflict both = DirectoryConflicts.between(
                mine,
                since,
                persons.findFactsAt(now.id(), since)
                        .map(facts -> PersonForm.fill(facts, Form.blank()))
                        .orElseGet(Form::blank),
                PersonForm.fill(now.facts(), Form.blank()).atVersion(now.version()),
                persons.findChanges(now.id()),
                PersonForm.FIELDS,
                (field, value) -> PersonForm.formatValue(field, value, t));
        return edition(now, ContactPointForm.unpack(mine), both, t);
    }

    private ModelAndView edition(PersonQueries.PersonVersion entry, Form form, @Nullable Conflict conflict, Words t) {
        String url = PersonPageAssembler.url(entry.id());
        return PageView.of(
                "directory/people/person-form",
                new PersonFormPage(
                        entry.facts().displayName(),
                        url + "/edit",
                        url,
                        form,
                        conflict,
                        PersonForm.languages(entry.facts().languages(), t),
                        null,
                        List.of()));
    }

    @GetMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        PersonQueries.PersonVersion entry = persons.findById(new PersonId(id));
        return removal(entry, Form.blank().atVersion(entry.version()));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, Form form) {
        PersonId person = new PersonId(id);
        PersonQueries.PersonVersion entry = persons.findById(person);
        return form.submit(
                answers -> answers.version(),
                version -> {
                    personService.delete(person, version);
                    return SeeOther.to(PersonListPage.LIST)
                            .withNotice("people.person.removed")
                            .withUndo(PersonPageAssembler.url(person) + "/remove/undo");
                },
                () -> removal(entry, form));
    }

    @PostMapping("/{id}/remove/undo")
    ModelAndView bringBack(@PathVariable UUID id) {
        PersonId person = new PersonId(id);
        personService.restore(person);
        return SeeOther.to(PersonPageAssembler.url(person)).withNotice("people.person.back");
    }

    private static ModelAndView removal(PersonQueries.PersonVersion entry, Form form) {
        return PageView.of(
                "directory/people/removal",
                new RecordDeletionPage(
                        entry.facts().displayName(), PersonPageAssembler.url(entry.id()), "person", form));
    }
}
