package org.convergence.directory.protection.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.Identity;
import org.convergence.directory.protection.domain.Opening;
import org.convergence.directory.protection.domain.Protecting;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
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

/** The list of protected people, and protecting a person. */
@Controller
@RequestMapping("/directory/protection")
@Requires(ProtectionPermissions.PROTECT)
class ProtectionController {

    private static final int CODE_NAME = 30;

    private final ProtectionPages pages;
    private final Protecting protecting;
    private final Opening opening;
    private final People people;

    ProtectionController(ProtectionPages pages, Protecting protecting, Opening opening, People people) {
        this.pages = pages;
        this.protecting = protecting;
        this.opening = opening;
        this.people = people;
    }

    private record Entry(Identity identity, String codeName, List<UUID> openers) {}

    private record Seal(int version, String codeName, List<UUID> openers) {}

    @GetMapping
    @Requires(ProtectionPermissions.READ)
    ModelAndView list(Words t) {
        return Page.of("directory/protection/list", pages.list(t));
    }

    @GetMapping("/persons/{id}")
    @Requires(ProtectionPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return Page.of("directory/protection/person", pages.of(new PersonId(id), null, null, t));
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(null, ProtectionUrls.LIST + "/new", ProtectionUrls.LIST, begun());
    }

    @PostMapping("/new")
    ModelAndView enter(Form form) {
        return form.submit(
                answers -> new Entry(IdentityForms.read(form, answers), codeName(answers), answers.ids("openers")),
                entry -> Go.to(ProtectionUrls.person(
                                protecting.enter(entry.identity(), entry.codeName(), entry.openers())))
                        .saying("protection.entered"),
                () -> form(null, ProtectionUrls.LIST + "/new", ProtectionUrls.LIST, form));
    }

    @GetMapping("/persons/{id}/seal")
    ModelAndView seal(@PathVariable UUID id) {
        PersonId person = new PersonId(id);
        return sealing(person, begun().at(protecting.version(person)));
    }

    @PostMapping("/persons/{id}/seal")
    ModelAndView seal(@PathVariable UUID id, Form form) {
        PersonId person = new PersonId(id);
        return form.submit(
                answers -> {
                    if (!answers.flag("understood")) {
                        form.reject("understood", "protection.understand");
                    }
                    return new Seal(answers.version(), codeName(answers), answers.ids("openers"));
                },
                seal -> {
                    protecting.seal(person, seal.version(), seal.codeName(), seal.openers());
                    return Go.to(ProtectionUrls.person(person)).saying("protection.sealed.done");
                },
                () -> sealing(person, form),
                since -> sealing(person, form.at(protecting.version(person))));
    }

    private ModelAndView sealing(PersonId person, Form form) {
        var name = people.personNames(List.of(person)).get(person);
        if (name == null) {
            throw new NotFound("person");
        }
        return form(name.name(), ProtectionUrls.person(person) + "/seal", PartyPage.of(person), form);
    }

    private Form begun() {
        return Form.blank()
                .with("codeName", protecting.propose())
                .with("openers", List.of(CurrentActor.get().id()));
    }

    private static String codeName(Answers answers) {
        return answers.text("codeName", CODE_NAME);
    }

    private ModelAndView form(@Nullable String known, String action, String cancel, Form form) {
        return Page.of(
                "directory/protection/protect",
                new ProtectFormPage(known, action, cancel, form, Saying.options(opening.eligible())));
    }
}
