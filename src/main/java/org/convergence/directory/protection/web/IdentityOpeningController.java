package org.convergence.directory.protection.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.Identity;
import org.convergence.directory.protection.domain.IdentityOpeningService;
import org.convergence.directory.protection.domain.ProtectionQueries;
import org.convergence.directory.protection.web.ProtectionPage.OpenedIdentityPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
record IdentityOpeningController(
        IdentityOpeningService identityOpeningService,
        ProtectionQueries protectionQueries,
        ProtectionPageAssembler pages) {

    private static final int REASON = 1_000;

    private record IdentityChange(int version, Identity identity) {}

    /** Returns the identity in the response: no address leads to it again. */
    @PostMapping("/open")
    ModelAndView open(@PathVariable UUID id, Form form, Words t) {
        PersonId person = new PersonId(id);
        protectionQueries.requireByPerson(person);
        return form.submit(
                answers -> answers.text("reason", REASON),
                reason -> {
                    IdentityOpeningService.OpenedIdentity opened = identityOpeningService.open(person, reason);
                    return page(
                            opened.codeName(),
                            person,
                            opened.identity().name(),
                            IdentityForm.fill(opened.identity(), Form.blank()).atVersion(opened.version()));
                },
                () -> PageView.of("directory/protection/person", pages.assemblePerson(person, form, null, t)));
    }

    @PostMapping("/correct")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        PersonId person = new PersonId(id);
        String codeName = protectionQueries.requireByPerson(person).codeName();
        return form.submit(
                answers -> new IdentityChange(answers.version(), IdentityForm.read(form, answers)),
                correction -> identityOpeningService.correct(person, correction.version(), correction.identity()),
                SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.corrected"),
                () -> page(codeName, person, codeName, form));
    }

    @PostMapping("/list")
    ModelAndView list(@PathVariable UUID id, Form form, Words t) {
        PersonId person = new PersonId(id);
        protectionQueries.requireByPerson(person);
        return form.submit(
                answers -> List.copyOf(answers.ids("openers")),
                openers -> identityOpeningService.changeOpeners(person, openers),
                SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.listed"),
                () -> PageView.of("directory/protection/person", pages.assemblePerson(person, null, form, t)));
    }

    private static ModelAndView page(String codeName, PersonId person, String name, Form form) {
        return PageView.of(
                "directory/protection/opened",
                new OpenedIdentityPage(codeName, ProtectionUrls.person(person), name, form));
    }
}
