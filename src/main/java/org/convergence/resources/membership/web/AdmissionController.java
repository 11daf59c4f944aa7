package org.convergence.resources.membership.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.DecisionForm;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Admits a member. */
@Controller
@RequestMapping("/resources/membership/new")
@Requires(MembershipPermissions.ADMIT)
record AdmissionController(
        AdmissionService admission,
        MembershipForm forms,
        DecisionForm decisions,
        PartyChooser chooser,
        PeopleDirectory people,
        OrganisationSettings settings) {

    static final String ORGANISATION = "organisation";
    static final String PERSON = "person";

    /**
     * The member named in the form.
     *
     * @param newcomer the name of an organisation that is not in the directory yet
     */
    private record AdmissionInput(
            @Nullable Party known, @Nullable String newcomer, MembershipForm.MembershipInput said) {}

    @GetMapping
    ModelAndView blank(
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable UUID person,
            Words t) {
        return page(
                Form.blank()
                        .with("since", settings.today())
                        .with(ORGANISATION, organisation == null ? List.of() : List.of(organisation.toString()))
                        .with(PERSON, person == null ? List.of() : List.of(person.toString())),
                t);
    }

    @PostMapping
    ModelAndView admit(Form form, Words t) {
        decisions.cite(form);
        return form.submit(
                answers -> named(form, answers),
                named -> {
                    Party member = member(named);
                    MembershipForm.MembershipInput said = named.said();
                    admission.admit(new MembershipFacts(member, said.category(), said.since(), said.decision()));
                    return SeeOther.to(PartyUrls.of(member)).withNotice("membership.admitted");
                },
                () -> page(form, t));
    }

    private AdmissionInput named(Form form, FormValues answers) {
        ChosenParties<OrganisationId> organisation = chooser.chosenOrganisations(form, ORGANISATION, 1);
        ChosenParties<PersonId> person = chooser.chosenPersons(form, PERSON, 1);
        boolean anOrganisation =
                organisation.first() != null || !organisation.newcomers().isEmpty();
        if (anOrganisation == (person.first() != null) && form.problems().isEmpty()) {
            form.reject(ORGANISATION, anOrganisation ? "membership.refused.both" : "shell.form.required");
        }
        return new AdmissionInput(
                person.first() != null ? person.first() : organisation.first(),
                organisation.newcomers().isEmpty()
                        ? null
                        : organisation.newcomers().get(0),
                forms.read(answers));
    }

    private Party member(AdmissionInput named) {
        return named.newcomer() == null
                ? Objects.requireNonNull(named.known())
                : people.findOrCreateOrganisation(named.newcomer());
    }

    private ModelAndView page(Form form, Words t) {
        return PageView.of(
                "resources/membership/admission-form",
                MembershipFormPage.of("membership.new", null, MemberListPage.LIST + "/new", MemberListPage.LIST, form)
                        .withOptions(forms.categories(), decisions.options(t))
                        .withChoosers(
                                chooser.organisations(form, ORGANISATION, 1, List.of()),
                                chooser.persons(form, PERSON, 1, List.of())));
    }
}
