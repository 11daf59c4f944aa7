package org.convergence.resources.membership.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.BillingContactService;
import org.convergence.resources.membership.domain.BillingContactService.BillingContactSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Sets the contact for letters about an organisation's dues and headcount, and their language. */
@Controller
@RequestMapping("/resources/membership/contacts/{organisation}")
@Requires(MembershipPermissions.DECLARE)
record BillingContactController(
        BillingContactService billing, PeopleDirectory people, PartyChooser chooser, PublicLanguages words) {

    private static final String PERSON = "person";

    private record BillingContactInput(
            int version,
            @Nullable PersonId person,
            @Nullable String language) {}

    static String url(OrganisationId organisation) {
        return MemberListPage.LIST + "/contacts/" + organisation.value();
    }

    @GetMapping
    ModelAndView name(@PathVariable UUID organisation) {
        OrganisationName of = organisation(organisation);
        BillingContactSetting said = billing.findSetting(of.id());
        UUID person = said.person();
        return page(
                of,
                Form.blank()
                        .atVersion(said.version())
                        .with(PERSON, person == null ? List.of() : List.of(person.toString()))
                        .with("language", said.language()));
    }

    @PostMapping
    ModelAndView name(@PathVariable UUID organisation, Form form) {
        OrganisationName of = organisation(organisation);
        return form.submit(
                answers -> read(form, answers),
                named -> billing.setContact(of.id(), named.version(), named.person(), named.language()),
                SeeOther.to(PartyUrls.of(of.id())).withNotice("membership.saved"),
                () -> page(of, form));
    }

    private BillingContactInput read(Form form, FormValues answers) {
        String language = answers.optionalText("language", 2);
        if (language != null && !PublicLanguages.isSupported(language)) {
            form.reject("language", "shell.form.choice");
        }
        return new BillingContactInput(
                answers.version(), chooser.chosenPersons(form, PERSON, 1).first(), language);
    }

    private ModelAndView page(OrganisationName of, Form form) {
        String member = PartyUrls.of(of.id());
        return PageView.of(
                "resources/membership/contact-form",
                MembershipFormPage.of(
                                "membership.contact.edit",
                                new MembershipFormPage.FormSubject(of.inFull(), member),
                                url(of.id()),
                                member,
                                form)
                        .withOptions(words.options(), List.of())
                        .withChoosers(
                                chooser.organisations(form, "organisation", 1, List.of()),
                                chooser.persons(form, PERSON, 1, List.of())));
    }

    private OrganisationName organisation(UUID id) {
        OrganisationId asked = new OrganisationId(id);
        return people.organisationNames(List.of(asked)).values().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new NotFound("organisation"));
    }
}
