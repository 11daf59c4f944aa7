package org.convergence.directory.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.requests.AccessFileService;
import org.convergence.directory.people.domain.requests.ErasureService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageAddress;
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

/** A person's requests about their data: access or erasure. */
@Controller
@RequestMapping("/directory/people/persons/{id}")
@Requires(PeoplePermissions.DISCLOSE)
class PersonRequestController {

    private static final int REASON = 1_000;

    private final PersonQueries persons;
    private final AccessFileService files;
    private final ErasureService erasure;
    private final OrganisationSettings settings;

    PersonRequestController(
            PersonQueries persons, AccessFileService files, ErasureService erasure, OrganisationSettings settings) {
        this.persons = persons;
        this.files = files;
        this.erasure = erasure;
        this.settings = settings;
    }

    @GetMapping("/access")
    ModelAndView access(@PathVariable UUID id) {
        PersonId person = new PersonId(id);
        String name = persons.findById(person).facts().displayName();
        return PageView.of("directory/people/access", new AccessPage(name, PersonPageAssembler.url(person)));
    }

    @PostMapping("/access")
    void downloadAccessFile(@PathVariable UUID id, Words t, HttpServletResponse response) throws IOException {
        PersonId person = new PersonId(id);
        String name = persons.findById(person).facts().displayName();
        Map<String, List<Json>> parts = files.export(person);
        FileDownload.setHeaders(response, t.say("people.access.file-name") + ".zip", "application/zip");
        AccessFileWriter.write(name, parts, settings.today(), t, response.getOutputStream());
    }

    @GetMapping("/forget")
    @Requires(PeoplePermissions.FORGET)
    ModelAndView forget(@PathVariable UUID id) {
        PersonQueries.PersonVersion entry = persons.findById(new PersonId(id));
        return removal(entry, Form.blank().atVersion(entry.version()));
    }

    @PostMapping("/forget")
    @Requires(PeoplePermissions.FORGET)
    ModelAndView forget(@PathVariable UUID id, Form form) {
        PersonId person = new PersonId(id);
        PersonQueries.PersonVersion entry = persons.findById(person);
        return form.submit(
                answers -> asked(person, form, answers),
                asked -> {
                    erasure.erase(person, asked.version(), asked.reason());
                    return SeeOther.to(PersonListPage.LIST).withNotice("people.forgotten.done");
                },
                () -> removal(entry, form.atVersion(entry.version())));
    }

    private record ErasureInput(int version, @Nullable String reason) {}

    private ErasureInput asked(PersonId person, Form form, FormValues answers) {
        if (!answers.checkbox("understood")) {
            form.reject("understood", "people.forget.understand");
        }
        return new ErasureInput(answers.version(), erasure.isSealed(person) ? answers.text("reason", REASON) : null);
    }

    private ModelAndView removal(PersonQueries.PersonVersion entry, Form form) {
        String name = entry.facts().displayName();
        return PageView.of(
                "directory/people/forget",
                new ErasurePage(
                        name,
                        erasure.isSealed(entry.id()),
                        PersonPageAssembler.url(entry.id()),
                        PageAddress.of("/search").with("q", name).toString(),
                        form));
    }
}
