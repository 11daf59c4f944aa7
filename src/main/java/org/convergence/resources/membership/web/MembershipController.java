package org.convergence.resources.membership.web;

import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.CitedDecisions;
import org.convergence.directory.people.PartyPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.Admission;
import org.convergence.resources.membership.domain.Admission.Standing;
import org.convergence.resources.membership.domain.MembershipFacts;
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
class MembershipController {

    private final Admission admission;
    private final MembershipForms forms;
    private final CitedDecisions decisions;
    private final Chooser chooser;
    private final OrganisationSettings settings;

    MembershipController(
            Admission admission,
            MembershipForms forms,
            CitedDecisions decisions,
            Chooser chooser,
            OrganisationSettings settings) {
        this.admission = admission;
        this.forms = forms;
        this.decisions = decisions;
        this.chooser = chooser;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView correct(@PathVariable UUID id, Words t) {
        Standing it = admission.one(new MembershipId(id));
        return correcting(it, MembershipForms.of(it), t);
    }

    @PostMapping
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        Standing it = admission.one(new MembershipId(id));
        decisions.cite(form);
        return form.submit(
                forms::read,
                said -> {
                    admission.correct(
                            it.id(),
                            said.version(),
                            new MembershipFacts(it.facts().member(), said.category(), said.since(), said.decision()));
                    return back(it).saying("membership.saved");
                },
                () -> correcting(it, form, t));
    }

    private ModelAndView correcting(Standing it, Form form, Words t) {
        return Page.of(
                "resources/membership/membership-form",
                page("membership.edit", it, "", form).among(forms.categories(), decisions.options(t)));
    }

    @GetMapping("/end")
    ModelAndView end(@PathVariable UUID id, Words t) {
        Standing it = admission.one(new MembershipId(id));
        return ending(it, MembershipForms.end(it, settings.today()), t);
    }

    @PostMapping("/end")
    ModelAndView end(@PathVariable UUID id, Form form, Words t) {
        Standing it = admission.one(new MembershipId(id));
        decisions.cite(form);
        return form.submit(
                forms::readEnd,
                ended -> {
                    admission.end(it.id(), ended.version(), ended.ending());
                    Go back = back(it).saying("membership.ended", ended.ending().until());
                    // A changed end is not undone: undo would remove it, not restore the former one.
                    return it.ending() == null
                            ? back.undo(Urls.membership(id) + "/go-on?version=" + (ended.version() + 1))
                            : back;
                },
                () -> ending(it, form, t));
    }

    private ModelAndView ending(Standing it, Form form, Words t) {
        return Page.of(
                "resources/membership/end-form",
                page("membership.end", it, "/end", form).among(forms.categories(), decisions.options(t)));
    }

    @PostMapping("/go-on")
    ModelAndView goOn(@PathVariable UUID id, @RequestParam int version) {
        Standing it = admission.one(new MembershipId(id));
        admission.goOn(it.id(), version);
        return back(it).saying("membership.goes-on");
    }

    private FormPage page(String key, Standing it, String gesture, Form form) {
        String member = PartyPage.of(it.facts().member());
        String name = chooser.shown(it.facts().member().value().toString());
        return FormPage.of(
                key, new FormPage.About(name, member), Urls.membership(it.id().value()) + gesture, member, form);
    }

    private static Go back(Standing it) {
        return Go.to(PartyPage.of(it.facts().member()));
    }
}
