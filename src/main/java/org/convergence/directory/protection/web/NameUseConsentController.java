package org.convergence.directory.protection.web;

import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.NameUse;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.NameUseConsentService;
import org.convergence.directory.protection.domain.NameUseConsentService.NameUseConsent;
import org.convergence.directory.protection.domain.ProtectionQueries;
import org.convergence.directory.protection.web.ProtectionPage.NameUseConsentFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records and withdraws a protected person's consent to the use of their name. */
@Controller
@RequestMapping("/directory/protection")
@Requires(ProtectionPermissions.PROTECT)
record NameUseConsentController(
        NameUseConsentService degrees, ProtectionQueries protectionQueries, OrganisationSettings settings) {

    private static final int HOW = 500;

    @GetMapping("/persons/{id}/consents/new")
    ModelAndView blank(@PathVariable UUID id, Words t) {
        return form(new PersonId(id), Form.blank().with("given_on", settings.today()), t);
    }

    @PostMapping("/persons/{id}/consents/new")
    ModelAndView record(@PathVariable UUID id, Form form, Words t) {
        PersonId person = new PersonId(id);
        protectionQueries.requireByPerson(person);
        return form.submit(
                answers -> new NameUseConsentService.DegreeInput(
                        answers.choice("use", NameUse.class),
                        answers.choice("given_by", NameUseConsent.ConsentGiver.class),
                        answers.text("how", HOW),
                        answers.date("given_on"),
                        answers.date("until")),
                said -> degrees.record(person, said),
                SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.consent.recorded"),
                () -> form(person, form, t));
    }

    @PostMapping("/consents/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Form form) {
        PersonId person = degrees.withdraw(id, form.read(answers -> answers.version()));
        return SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.consent.taken-back");
    }

    private ModelAndView form(PersonId person, Form form, Words t) {
        return PageView.of(
                "directory/protection/consent",
                new NameUseConsentFormPage(
                        protectionQueries.requireByPerson(person).codeName(),
                        ProtectionUrls.person(person),
                        form,
                        Stream.of(NameUse.values())
                                .map(each -> Option.of(each, t.say(each.key())))
                                .toList(),
                        Stream.of(NameUseConsent.ConsentGiver.values())
                                .map(each -> Option.of(each, t.say(each.key())))
                                .toList()));
    }
}
