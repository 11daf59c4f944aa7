package org.convergence.advocacy.urgentaction.web;

import java.util.List;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnId;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnState;
import org.convergence.advocacy.urgentaction.domain.SignOnService;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.ActionFormPage;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.SignOnMatchPage;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signatures that the team records, recognises, confirms, refuses or withdraws. */
@Controller
@RequestMapping("/advocacy/urgentaction/{id}/sign-ons")
@Requires(UrgentActionPermissions.EDIT)
record SignOnController(
        SignOnService signOns,
        UrgentActionService actions,
        UrgentActionForm forms,
        PartyChooser chooser,
        OrganisationSettings settings) {

    @GetMapping("/new")
    ModelAndView add(@PathVariable UrgentActionId id) {
        return page(id, Form.blank());
    }

    @PostMapping("/new")
    ModelAndView add(@PathVariable UrgentActionId id, Form form) {
        return form.submit(
                answers -> forms.readSignOn(answers, settings.today()),
                input -> {
                    signOns.record(id, forms.find(input.organisation()), input.facts());
                    return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.sign-on.recorded");
                },
                () -> page(id, form));
    }

    private ModelAndView page(UrgentActionId id, Form form) {
        return PageView.of(
                "advocacy/urgentaction/sign-on",
                new ActionFormPage(
                        form,
                        UrgentActionPage.url(id),
                        actions.findById(id).title(),
                        null,
                        chooser.organisations(form, UrgentActionForm.ORGANISATION, 1, List.of())));
    }

    @GetMapping("/{signOn}/match")
    ModelAndView askOrganisation(@PathVariable UrgentActionId id, @PathVariable SignOnId signOn) {
        return matchPage(id, signOn, Form.blank());
    }

    @PostMapping("/{signOn}/match")
    ModelAndView match(@PathVariable UrgentActionId id, @PathVariable SignOnId signOn, Form form) {
        return form.submit(
                answers -> forms.readOrganisation(answers, UrgentActionForm.ORGANISATION),
                organisation -> {
                    SeeOther next = SeeOther.to(UrgentActionPage.url(id));
                    return signOns.match(signOn, forms.find(organisation))
                            ? next.withNotice("urgentaction.sign-on.matched")
                            : next.withWarning("urgentaction.sign-on.twice");
                },
                () -> matchPage(id, signOn, form));
    }

    private ModelAndView matchPage(UrgentActionId id, SignOnId signOn, Form form) {
        return PageView.of(
                "advocacy/urgentaction/match",
                new SignOnMatchPage(
                        form,
                        UrgentActionPage.url(id) + "/sign-ons/" + signOn.value() + "/match",
                        UrgentActionPage.url(id),
                        actions.findById(id).title(),
                        signOns.findById(signOn).name(),
                        chooser.organisations(form, UrgentActionForm.ORGANISATION, 1, List.of())));
    }

    @PostMapping("/{signOn}/confirm")
    ModelAndView confirm(@PathVariable UrgentActionId id, @PathVariable SignOnId signOn) {
        return decide(id, signOn, SignOnState.CONFIRMED);
    }

    @PostMapping("/{signOn}/refuse")
    ModelAndView refuse(@PathVariable UrgentActionId id, @PathVariable SignOnId signOn) {
        return decide(id, signOn, SignOnState.REFUSED);
    }

    @PostMapping("/{signOn}/withdraw")
    ModelAndView withdraw(@PathVariable UrgentActionId id, @PathVariable SignOnId signOn) {
        return decide(id, signOn, SignOnState.WITHDRAWN);
    }

    private ModelAndView decide(UrgentActionId id, SignOnId signOn, SignOnState state) {
        signOns.decide(signOn, state);
        return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.sign-on.decided");
    }
}
