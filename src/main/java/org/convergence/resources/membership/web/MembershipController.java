package org.convergence.resources.membership.web;

import java.util.UUID;
import org.convergence.directory.people.DecisionForm;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.AdmissionService.MembershipDetails;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Corrects a membership, ends it, or removes its end. */
@Controller
@RequestMapping("/resources/membership/{id}")
@Requires(MembershipPermissions.ADMIT)
record MembershipController(
        AdmissionService admission,
        MembershipForm forms,
        DecisionForm decisions,
        PartyChooser chooser,
        OrganisationSettings settings) {

    @GetMapping
    ModelAndView correct(@PathVariable UUID id, Words t) {
        MembershipDetails it = admission.findById(new MembershipId(id));
        return correcting(it, MembershipForm.toForm(it), t);
    }

    @PostMapping
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        MembershipDetails it = admission.findById(new MembershipId(id));
        decisions.cite(form);
        return form.submit(
                forms::read,
                said -> {
                    admission.correct(
                            it.id(),
                            said.version(),
                            new MembershipFacts(it.facts().member(), said.category(), said.since(), said.decision()));
                    return back(it).withNotice("membership.saved");
                },
                () -> correcting(it, form, t));
    }

    private ModelAndView correcting(MembershipDetails it, Form form, Words t) {
        return PageView.of(
                "resources/membership/membership-form",
                page("membership.edit", it, "", form).withOptions(forms.categories(), decisions.options(t)));
    }

    @GetMapping("/end")
    ModelAndView end(@PathVariable UUID id, Words t) {
        MembershipDetails it = admission.findById(new MembershipId(id));
        return ending(it, MembershipForm.toEndForm(it, settings.today()), t);
    }

    @PostMapping("/end")
    ModelAndView end(@PathVariable UUID id, Form form, Words t) {
        MembershipDetails it = admission.findById(new MembershipId(id));
        decisions.cite(form);
        return form.submit(
                forms::readEnd,
                ended -> {
                    admission.end(it.id(), ended.version(), ended.ending());
                    SeeOther back = back(it).withNotice(
                                    "membership.ended", ended.ending().until());
                    // A changed end is not undone: undo would remove it, not restore the former one.
                    return it.ending() == null
                            ? back.withUndo(MemberListPage.membership(id) + "/go-on?version=" + (ended.version() + 1))
                            : back;
                },
                () -> ending(it, form, t));
    }

    private ModelAndView ending(MembershipDetails it, Form form, Words t) {
        return PageView.of(
                "resources/membership/end-form",
                page("membership.end", it, "/end", form).withOptions(forms.categories(), decisions.options(t)));
    }

    @PostMapping("/go-on")
    ModelAndView goOn(@PathVariable UUID id, @RequestParam int version) {
        MembershipDetails it = admission.findById(new MembershipId(id));
        admission.removeEnding(it.id(), version);
        return back(it).withNotice("membership.goes-on");
    }

    private MembershipFormPage page(String key, MembershipDetails it, String gesture, Form form) {
        String member = PartyUrls.of(it.facts().member());
        String name = chooser.displayName(it.facts().member().value().toString());
        return MembershipFormPage.of(
                key,
                new MembershipFormPage.FormSubject(name, member),
                MemberListPage.membership(it.id().value()) + gesture,
                member,
                form);
    }

    private static SeeOther back(MembershipDetails it) {
        return SeeOther.to(PartyUrls.of(it.facts().member()));
    }

    @Bean
    static MenuEntry membershipMenuEntry() {
        return MenuEntry.of("membership.menu", MemberListPage.LIST).requiring(MembershipPermissions.READ);
    }
}
