package org.convergence.resources.delegation.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.CitedDecisions;
import org.convergence.directory.people.Decision;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.delegation.domain.Suspensions;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.Admission;
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
class SuspensionController {

    private final Suspensions suspensions;
    private final Admission admission;
    private final Chooser chooser;
    private final CitedDecisions decisions;
    private final OrganisationSettings settings;

    SuspensionController(
            Suspensions suspensions,
            Admission admission,
            Chooser chooser,
            CitedDecisions decisions,
            OrganisationSettings settings) {
        this.suspensions = suspensions;
        this.admission = admission;
        this.chooser = chooser;
        this.decisions = decisions;
        this.settings = settings;
    }

    private record Said(LocalDate since, String reason, Decision decision) {}

    @GetMapping("/of/{membership}")
    ModelAndView suspend(@PathVariable UUID membership, Words t) {
        return page(membership, Form.blank().with("since", settings.today()), t);
    }

    @PostMapping("/of/{membership}")
    ModelAndView suspend(@PathVariable UUID membership, Form form, Words t) {
        decisions.cite(form);
        return form.submit(
                answers -> new Said(answers.date("since"), answers.text("reason", 500), CitedDecisions.read(answers)),
                said -> {
                    UUID id = suspensions.suspend(
                            new MembershipId(membership), said.since(), said.reason(), said.decision());
                    Go home = Go.to(DelegationUrls.HOME).saying("delegation.suspended", said.since());
                    return said.since().isAfter(settings.today())
                            ? home.undo(DelegationUrls.SUSPENSIONS + "/" + id + "/end")
                            : home;
                },
                () -> page(membership, form, t));
    }

    private ModelAndView page(UUID membership, Form form, Words t) {
        String member = chooser.shown(admission
                .one(new MembershipId(membership))
                .facts()
                .member()
                .value()
                .toString());
        return Page.of(
                "resources/delegation/suspension-form",
                new SuspensionPage(
                        member, DelegationUrls.SUSPENSIONS + "/of/" + membership, form, decisions.options(t)));
    }

    /** Ends the suspension today: the member votes again from tomorrow. */
    @PostMapping("/{id}/end")
    ModelAndView giveBack(@PathVariable UUID id) {
        Go home = Go.to(DelegationUrls.HOME);
        return suspensions
                .giveBackAfter(id, settings.today())
                .map(last -> home.saying("delegation.given-back", last))
                .orElseGet(() -> home.saying("delegation.not-begun"))
                .undo(DelegationUrls.SUSPENSIONS + "/" + id + "/go-on");
    }

    @PostMapping("/{id}/go-on")
    ModelAndView goOn(@PathVariable UUID id) {
        suspensions.goOn(id);
        return Go.to(DelegationUrls.HOME).saying("delegation.saved");
    }
}
