package org.convergence.resources.membership.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.CitedDecisions;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.Admission;
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
class AdmissionController {

    static final String ORGANISATION = "organisation";
    static final String PERSON = "person";

    private final Admission admission;
    private final MembershipForms forms;
    private final CitedDecisions decisions;
    private final Chooser chooser;
    private final People people;
    private final OrganisationSettings settings;

    AdmissionController(
            Admission admission,
            MembershipForms forms,
            CitedDecisions decisions,
            Chooser chooser,
            People people,
            OrganisationSettings settings) {
        this.admission = admission;
        this.forms = forms;
        this.decisions = decisions;
        this.chooser = chooser;
        this.people = people;
        this.settings = settings;
    }

    /**
     * The member named in the form.
     *
     * @param newcomer the name of an organisation that is not in the directory yet
     */
    private record Named(@Nullable Party known, @Nullable String newcomer, MembershipForms.Said said) {}

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
                    MembershipForms.Said said = named.said();
                    admission.admit(new MembershipFacts(member, said.category(), said.since(), said.decision()));
                    return Go.to(PartyPage.of(member)).saying("membership.admitted");
                },
                () -> page(form, t));
    }

    private Named named(Form form, Answers answers) {
        Chosen<OrganisationId> organisation = chooser.chosenOrganisations(form, ORGANISATION, 1);
        Chosen<PersonId> person = chooser.chosenPersons(form, PERSON, 1);
        boolean anOrganisation =
                organisation.first() != null || !organisation.newcomers().isEmpty();
        if (anOrganisation == (person.first() != null) && form.problems().isEmpty()) {
            form.reject(ORGANISATION, anOrganisation ? "membership.refused.both" : "shell.form.required");
        }
        return new Named(
                person.first() != null ? person.first() : organisation.first(),
                organisation.newcomers().isEmpty()
                        ? null
                        : organisation.newcomers().get(0),
                forms.read(answers));
    }

    private Party member(Named named) {
        return named.newcomer() == null
                ? Objects.requireNonNull(named.known())
                : people.organisationNamed(named.newcomer());
    }

    private ModelAndView page(Form form, Words t) {
        return Page.of(
                "resources/membership/admission-form",
                FormPage.of("membership.new", null, Urls.HOME + "/new", Urls.HOME, form)
                        .among(forms.categories(), decisions.options(t))
                        .choosing(
                                chooser.organisations(form, ORGANISATION, 1, List.of()),
                                chooser.persons(form, PERSON, 1, List.of())));
    }
}
