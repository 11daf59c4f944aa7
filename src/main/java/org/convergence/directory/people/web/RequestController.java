package org.convergence.directory.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.requests.AccessFiles;
import org.convergence.directory.people.domain.requests.Erasure;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Attachment;
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

/** A person's requests about their data: access or erasure. */
@Controller
@RequestMapping("/directory/people/persons/{id}")
@Requires(PeoplePermissions.DISCLOSE)
class RequestController {

    private static final int REASON = 1_000;

    private final PersonReading reading;
    private final AccessFiles files;
    private final Erasure erasure;
    private final OrganisationSettings settings;

    RequestController(PersonReading reading, AccessFiles files, Erasure erasure, OrganisationSettings settings) {
        this.reading = reading;
        this.files = files;
        this.erasure = erasure;
        this.settings = settings;
    }

    @GetMapping("/access")
    ModelAndView access(@PathVariable UUID id) {
        PersonId person = new PersonId(id);
        String name = reading.find(person).facts().displayName();
        return Page.of("directory/people/access", new AccessPage(name, PersonPages.url(person)));
    }

    @PostMapping("/access")
    void give(@PathVariable UUID id, Words t, HttpServletResponse response) throws IOException {
        PersonId person = new PersonId(id);
        String name = reading.find(person).facts().displayName();
        Map<String, List<Json>> parts = files.give(person);
        Attachment.begin(response, t.say("people.access.file-name") + ".zip", "application/zip");
        AccessZip.write(name, parts, settings.today(), t, response.getOutputStream());
    }

    @GetMapping("/forget")
    @Requires(PeoplePermissions.FORGET)
    ModelAndView forget(@PathVariable UUID id) {
        PersonReading.Entry entry = reading.find(new PersonId(id));
        return removal(entry, Form.blank().at(entry.version()));
    }

    @PostMapping("/forget")
    @Requires(PeoplePermissions.FORGET)
    ModelAndView forget(@PathVariable UUID id, Form form) {
        PersonId person = new PersonId(id);
        PersonReading.Entry entry = reading.find(person);
        return form.submit(
                answers -> asked(person, form, answers),
                asked -> {
                    erasure.forget(person, asked.version(), asked.reason());
                    return Go.to(PersonsAsked.LIST).saying("people.forgotten.done");
                },
                () -> removal(entry, form.at(entry.version())));
    }

    private record Asked(int version, @Nullable String reason) {}

    private Asked asked(PersonId person, Form form, Answers answers) {
        if (!answers.flag("understood")) {
            form.reject("understood", "people.forget.understand");
        }
        return new Asked(answers.version(), erasure.isSealed(person) ? answers.text("reason", REASON) : null);
    }

    private ModelAndView removal(PersonReading.Entry entry, Form form) {
        String name = entry.facts().displayName();
        return Page.of(
                "directory/people/forget",
                new ForgetPage(
                        name,
                        erasure.isSealed(entry.id()),
                        PersonPages.url(entry.id()),
                        Address.of("/search").with("q", name).toString(),
                        form));
    }
}
