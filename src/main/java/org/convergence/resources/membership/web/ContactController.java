package org.convergence.resources.membership.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicWords;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.Billing;
import org.convergence.resources.membership.domain.BillingKeeping;
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
class ContactController {

    private static final String PERSON = "person";

    private final BillingKeeping keeping;
    private final People people;
    private final Chooser chooser;
    private final PublicWords words;

    ContactController(BillingKeeping keeping, People people, Chooser chooser, PublicWords words) {
        this.keeping = keeping;
        this.people = people;
        this.chooser = chooser;
        this.words = words;
    }

    private record Named(
            int version,
            @Nullable PersonId person,
            @Nullable String language) {}

    static String url(OrganisationId organisation) {
        return Urls.HOME + "/contacts/" + organisation.value();
    }

    @GetMapping
    ModelAndView name(@PathVariable UUID organisation) {
        OrganisationName of = organisation(organisation);
        Billing said = keeping.said(of.id());
        UUID person = said.person();
        return page(
                of,
                Form.blank()
                        .at(said.version())
                        .with(PERSON, person == null ? List.of() : List.of(person.toString()))
                        .with("language", said.language()));
    }

    @PostMapping
    ModelAndView name(@PathVariable UUID organisation, Form form) {
        OrganisationName of = organisation(organisation);
        return form.submit(
                answers -> read(form, answers),
                named -> {
                    keeping.name(of.id(), named.version(), named.person(), named.language());
                    return Go.to(PartyPage.of(of.id())).saying("membership.saved");
                },
                () -> page(of, form));
    }

    private Named read(Form form, Answers answers) {
        String language = answers.optionalText("language", 2);
        if (language != null && !PublicWords.speak(language)) {
            form.reject("language", "shell.form.choice");
        }
        return new Named(
                answers.version(), chooser.chosenPersons(form, PERSON, 1).first(), language);
    }

    private ModelAndView page(OrganisationName of, Form form) {
        String member = PartyPage.of(of.id());
        return Page.of(
                "resources/membership/contact-form",
                FormPage.of(
                                "membership.contact.edit",
                                new FormPage.About(of.inFull(), member),
                                url(of.id()),
                                member,
                                form)
                        .among(words.all(), List.of())
                        .choosing(
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
