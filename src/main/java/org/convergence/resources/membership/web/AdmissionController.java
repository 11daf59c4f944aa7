package org.convergence.resources.membership.web;

import java.util.UUID;
import org.convergence.directory.people.ChosenParty;
import org.convergence.directory.people.DecisionForm;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
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
        SinglePartyChooser parties,
        OrganisationSettings settings) {

    /** The member named in the form. */
    private record AdmissionInput(ChosenParty member, MembershipForm.MembershipInput said) {}

    @GetMapping
    ModelAndView blank(
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable UUID person,
            Words t) {
        return page(
                Form.blank()
                        .with("since", settings.today())
                        .with(SinglePartyChooser.ORGANISATION, organisation)
                        .with(SinglePartyChooser.PERSON, person),
                t);
    }

    @PostMapping
    ModelAndView admit(Form form, Words t) {
        decisions.cite(form);
        return form.submit(
                answers -> new AdmissionInput(parties.read(answers), forms.read(answers)),
                named -> {
                    Party member = parties.findOrCreate(named.member());
                    MembershipForm.MembershipInput said = named.said();
                    admission.admit(new MembershipFacts(member, said.category(), said.since(), said.decision()));
                    return SeeOther.to(PartyUrls.of(member)).withNotice("membership.admitted");
                },
                () -> page(form, t));
    }

    private ModelAndView page(Form form, Words t) {
        return PageView.of(
                "resources/membership/admission-form",
                MembershipFormPage.of("membership.new", null, MemberListPage.LIST + "/new", MemberListPage.LIST, form)
                        .withOptions(forms.categories(), decisions.options(t))
                        .withChoosers(parties.organisation(form), parties.person(form)));
    }
}
