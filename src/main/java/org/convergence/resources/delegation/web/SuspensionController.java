package org.convergence.resources.delegation.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionForm;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.delegation.domain.SuspensionService;
import org.convergence.resources.delegation.web.DelegationListPage.SuspensionPage;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.AdmissionService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Suspends a member's votes by a decision, or ends the suspension. */
@Controller
@RequestMapping("/resources/delegation/suspensions")
@Requires(DelegationPermissions.KEEP)
record SuspensionController(
        SuspensionService suspensions,
        AdmissionService admission,
        PartyChooser chooser,
        DecisionForm decisions,
        OrganisationSettings settings) {

    private record SuspensionInput(LocalDate since, String reason, Decision decision) {}

    @GetMapping("/of/{membership}")
    ModelAndView suspend(@PathVariable UUID membership, Words t) {
        return page(membership, Form.blank().with("since", settings.today()), t);
    }

    @PostMapping("/of/{membership}")
    ModelAndView suspend(@PathVariable UUID membership, Form form, Words t) {
        decisions.cite(form);
        return form.submit(
                answers -> new SuspensionInput(
                        answers.date("since"), answers.text("reason", 500), DecisionForm.read(answers)),
                said -> {
                    UUID id = suspensions.suspend(
                            new MembershipId(membership), said.since(), said.reason(), said.decision());
                    SeeOther home =
                            SeeOther.to(DelegationListPage.LIST).withNotice("delegation.suspended", said.since());
                    return said.since().isAfter(settings.today())
                            ? home.withUndo(DelegationListPage.SUSPENSIONS + "/" + id + "/end")
                            : home;
                },
                () -> page(membership, form, t));
    }

    private ModelAndView page(UUID membership, Form form, Words t) {
        String member = chooser.displayName(admission
                .findById(new MembershipId(membership))
                .facts()
                .member()
                .value()
                .toString());
        return PageView.of(
                "resources/delegation/suspension-form",
                new SuspensionPage(
                        member, DelegationListPage.SUSPENSIONS + "/of/" + membership, form, decisions.options(t)));
    }

    /** Ends the suspension today: the member votes again from tomorrow. */
    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        SeeOther home = SeeOther.to(DelegationListPage.LIST);
        return suspensions
                .endAfter(id, settings.today())
                .map(last -> home.withNotice("delegation.given-back", last))
                .orElseGet(() -> home.withNotice("delegation.not-begun"))
                .withUndo(DelegationListPage.SUSPENSIONS + "/" + id + "/go-on");
    }

    @PostMapping("/{id}/go-on")
    ModelAndView undoEnd(@PathVariable UUID id) {
        suspensions.undoEnd(id);
        return SeeOther.to(DelegationListPage.LIST).withNotice("delegation.saved");
    }
}
