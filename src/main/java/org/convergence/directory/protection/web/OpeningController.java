package org.convergence.directory.protection.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.Identity;
import org.convergence.directory.protection.domain.Opening;
import org.convergence.directory.protection.domain.ProtectionReading;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Opens an identity with a reason, corrects it, and changes its openers. */
@Controller
@RequestMapping("/directory/protection/persons/{id}")
@Requires(ProtectionPermissions.READ)
class OpeningController {

    private static final int REASON = 1_000;

    private final Opening opening;
    private final ProtectionReading reading;
    private final ProtectionPages pages;

    OpeningController(Opening opening, ProtectionReading reading, ProtectionPages pages) {
        this.opening = opening;
        this.reading = reading;
        this.pages = pages;
    }

    private record Correction(int version, Identity identity) {}

    /** Returns the identity in the response: no address leads to it again. */
    @PostMapping("/open")
    ModelAndView open(@PathVariable UUID id, Form form, Words t) {
        PersonId person = new PersonId(id);
        reading.get(person);
        return form.submit(
                answers -> answers.text("reason", REASON),
                reason -> {
                    Opening.Opened opened = opening.open(person, reason);
                    return page(
                            opened.codeName(),
                            person,
                            opened.identity().name(),
                            IdentityForms.of(opened.identity(), Form.blank()).at(opened.version()));
                },
                () -> Page.of("directory/protection/person", pages.of(person, form, null, t)));
    }

    @PostMapping("/correct")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        PersonId person = new PersonId(id);
        String codeName = reading.get(person).codeName();
        return form.submit(
                answers -> new Correction(answers.version(), IdentityForms.read(form, answers)),
                correction -> {
                    opening.correct(person, correction.version(), correction.identity());
                    return Go.to(ProtectionUrls.person(person)).saying("protection.corrected");
                },
                () -> page(codeName, person, codeName, form));
    }

    @PostMapping("/list")
    ModelAndView list(@PathVariable UUID id, Form form, Words t) {
        PersonId person = new PersonId(id);
        reading.get(person);
        return form.submit(
                answers -> List.copyOf(answers.ids("openers")),
                openers -> {
                    opening.list(person, openers);
                    return Go.to(ProtectionUrls.person(person)).saying("protection.listed");
                },
                () -> Page.of("directory/protection/person", pages.of(person, null, form, t)));
    }

    private static ModelAndView page(String codeName, PersonId person, String name, Form form) {
        return Page.of(
                "directory/protection/opened", new OpenedPage(codeName, ProtectionUrls.person(person), name, form));
    }
}
