package org.convergence.directory.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.domain.NewcomerService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.directory.people.domain.requests.AccessFileService;
import org.convergence.directory.people.domain.requests.ErasureService;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.RecordDeletionPage;
import org.convergence.directory.people.web.PersonPageAssembler.PersonFormPage;
import org.convergence.directory.people.web.PersonPageAssembler.PersonFormPage.AccessPage;
import org.convergence.directory.people.web.PersonPageAssembler.PersonFormPage.ErasurePage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageAddress;
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

/** One person: their page, creating, changing and deleting them, and their requests about their data. */
@Controller
@RequestMapping("/directory/people/persons")
@Requires(PeoplePermissions.EDIT)
record PersonController(
        NewcomerService newcomers,
        PersonPageAssembler pages,
        PartyChooser chooser,
        AliasRepository aliases,
        PersonQueries persons,
        PersonService personService,
        AccessFileService files,
        ErasureService erasure,
        OrganisationSettings settings) {

    private static final int TITLE = 200;
    private static final int REASON = 1_000;

    private record PersonInput(
            PersonFacts facts, NewcomerService.@Nullable NewcomerFunction function, boolean anyway) {}

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ_PEOPLE)
    ModelAndView show(@PathVariable PersonId id, Words t) {
        return aliases.findKeptId(id.value())
                .<ModelAndView>map(kept ->
                        SeeOther.to(PersonPageAssembler.url(new PersonId(kept))).withNotice("people.replace.moved"))
                .or(() -> pages.forgotten(id, t).map(left -> PageView.of("directory/people/forgotten", left)))
                .orElseGet(() -> PageView.of("directory/people/person", pages.assemble(id, t)));
    }

    @GetMapping("/new")
    ModelAndView blank(Form asked, Words t) {
        UUID at = TextParser.id(asked.value("organisation")).orElse(null);
        return addition(Form.blank().with("organisation", at), List.of(), t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> {
                    NewcomerService.NewcomerFunction function = function(form, answers);
                    return new PersonInput(PersonForm.read(form, answers), function, answers.checkbox("anyway"));
                },
                entry -> newcomers
                        .createPerson(entry.facts(), entry.function(), entry.anyway())
                        .<ModelAndView>map(id -> SeeOther.to(PersonPageAssembler.url(id))
                                .withNotice("people.person.added")
                                .withUndo(PersonPageAssembler.url(id) + "/remove?version=1"))
                        .orElseGet(() -> namesakes(form, entry.facts().displayName(), t)),
                () -> addition(form, List.of(), t));
    }

    private ModelAndView namesakes(Form form, String name, Words t) {
        List<PersonName> called = newcomers.findPeopleByName(name);
        form.reject("givenName", "people.person.called", called.size());
        return PageView.withErrors(addition(form, called, t));
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

    private record PersonChange(int version, PersonFacts facts) {}

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PersonId id, Words t) {
        PersonQueries.PersonVersion entry = persons.findById(id);
        return edition(entry, PersonForm.fill(entry.facts(), Form.blank()).atVersion(entry.version()), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PersonId id, Form form, Words t) {
        PersonQueries.PersonVersion entry = persons.findById(id);
        return form.submit(
                answers -> new PersonChange(answers.version(), PersonForm.read(form, answers)),
                change -> {
                    personService.update(id, change.version(), change.facts());
                    return SeeOther.to(PersonPageAssembler.url(id)).withNotice("people.saved");
                },
                () -> edition(entry, form, null, t),
                since -> conflict(entry, form, since, t));
    }

    private ModelAndView conflict(PersonQueries.PersonVersion now, Form mine, int since, Words t) {
        Conflict both = ContactPointForm.between(
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
    ModelAndView remove(@PathVariable PersonId id) {
        PersonQueries.PersonVersion entry = persons.findById(id);
        return removal(entry, Form.blank().atVersion(entry.version()));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable PersonId id, Form form) {
        PersonQueries.PersonVersion entry = persons.findById(id);
        return form.submit(
                answers -> answers.version(),
                version -> personService.delete(id, version),
                SeeOther.to(PersonListPage.LIST)
                        .withNotice("people.person.removed")
                        .withUndo(PersonPageAssembler.url(id) + "/remove/undo"),
                () -> removal(entry, form));
    }

    @PostMapping("/{id}/remove/undo")
    ModelAndView bringBack(@PathVariable PersonId id) {
        personService.restore(id);
        return SeeOther.to(PersonPageAssembler.url(id)).withNotice("people.person.back");
    }

    private static ModelAndView removal(PersonQueries.PersonVersion entry, Form form) {
        return PageView.of(
                "directory/people/removal",
                new RecordDeletionPage(
                        entry.facts().displayName(), PersonPageAssembler.url(entry.id()), "person", form));
    }

    @GetMapping("/{id}/access")
    @Requires(PeoplePermissions.DISCLOSE)
    ModelAndView access(@PathVariable PersonId id) {
        String name = persons.findById(id).facts().displayName();
        return PageView.of("directory/people/access", new AccessPage(name, PersonPageAssembler.url(id)));
    }

    @PostMapping("/{id}/access")
    @Requires(PeoplePermissions.DISCLOSE)
    void downloadAccessFile(@PathVariable PersonId id, Words t, HttpServletResponse response) throws IOException {
        String name = persons.findById(id).facts().displayName();
        Map<String, List<Json>> parts = files.export(id);
        FileDownload.setHeaders(response, t.say("people.access.file-name") + ".zip", "application/zip");
        AccessFileWriter.write(name, parts, settings.today(), t, response.getOutputStream());
    }

    @GetMapping("/{id}/forget")
    @Requires(PeoplePermissions.FORGET)
    ModelAndView forget(@PathVariable PersonId id) {
        PersonQueries.PersonVersion entry = persons.findById(id);
        return erasurePage(entry, Form.blank().atVersion(entry.version()));
    }

    @PostMapping("/{id}/forget")
    @Requires(PeoplePermissions.FORGET)
    ModelAndView forget(@PathVariable PersonId id, Form form) {
        PersonQueries.PersonVersion entry = persons.findById(id);
        return form.submit(
                answers -> readErasure(id, form, answers),
                asked -> erasure.erase(id, asked.version(), asked.reason()),
                SeeOther.to(PersonListPage.LIST).withNotice("people.forgotten.done"),
                () -> erasurePage(entry, form.atVersion(entry.version())));
    }

    @PostMapping("/{id}/forget/retry")
    @Requires(PeoplePermissions.FORGET)
    SeeOther forgetAgain(@PathVariable PersonId id) {
        erasure.retryRemoval(id);
        return SeeOther.to(PersonPageAssembler.url(id)).withNotice("people.forgotten.retried");
    }

    private record ErasureInput(int version, @Nullable String reason) {}

    private ErasureInput readErasure(PersonId person, Form form, FormValues answers) {
        if (!answers.checkbox("understood")) {
            form.reject("understood", "people.forget.understand");
        }
        return new ErasureInput(answers.version(), erasure.isSealed(person) ? answers.text("reason", REASON) : null);
    }

    private ModelAndView erasurePage(PersonQueries.PersonVersion entry, Form form) {
        String name = entry.facts().displayName();
        return PageView.of(
                "directory/people/forget",
                new ErasurePage(
                        name,
                        erasure.findWarnings(entry.id()),
                        erasure.isSealed(entry.id()),
                        PersonPageAssembler.url(entry.id()),
                        PageAddress.of("/search").with("q", name).toString(),
                        form));
    }
}
