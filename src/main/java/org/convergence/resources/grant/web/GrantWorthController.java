package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantCall;
import org.convergence.resources.grant.domain.GrantCallService;
import org.convergence.resources.grant.domain.GrantEstimate;
import org.convergence.resources.grant.web.GrantCallPage.CallFact;
import org.convergence.resources.grant.web.GrantCallPage.WorthPage;
import org.convergence.resources.spending.BudgetMatches;
import org.convergence.resources.spending.BudgetMatches.FreeMatch;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether a call is worth it, on one page: the estimate, the capacity, and the decision. */
@Controller
@RequestMapping("/resources/grant/calls/{id}")
@Requires(GrantPermissions.EDIT)
record GrantWorthController(
        GrantCallService service,
        GrantDecisionForm forms,
        GrantCapacity capacity,
        PartyChooser chooser,
        BudgetMatches matches) {

    @GetMapping("/worth")
    @Requires(GrantPermissions.READ)
    ModelAndView worth(@PathVariable GrantCallId id, Words t) {
        GrantCall call = service.findById(id);
        return page(call, forms.openEstimate(call), forms.openDecision(call), t);
    }

    @PostMapping("/estimate")
    ModelAndView estimate(@PathVariable GrantCallId id, Form form, Words t) {
        GrantCall call = service.findById(id);
        return form.submit(
                answers -> forms.readEstimate(call.facts(), answers),
                input -> {
                    service.estimate(id, input.version(), input.estimate());
                    return SeeOther.to(GrantCallPage.url(id) + "/worth").withNotice("grant.saved");
                },
                () -> page(call, form, forms.openDecision(call), t));
    }

    @PostMapping("/decision")
    @Requires(GrantPermissions.DECIDE)
    ModelAndView decide(@PathVariable GrantCallId id, Form form, Words t) {
        GrantCall call = service.findById(id);
        return form.submit(
                forms::readDecision,
                input -> {
                    service.decide(id, input.version(), input.decision());
                    return SeeOther.to(GrantCallPage.url(id)).withNotice("grant.decided");
                },
                () -> page(call, forms.openEstimate(call), form, t));
    }

    private ModelAndView page(GrantCall call, Form estimate, Form verdict, Words t) {
        GrantEstimate known = call.estimate();
        String currency = call.facts().currency();
        GrantCapacity.CapacityAnswer room = known == null ? null : capacity.compare(known, t);
        return PageView.of(
                "resources/grant/worth",
                new WorthPage(
                        GrantCallPage.url(call.typedId()),
                        call.facts().title(),
                        known == null ? List.of() : lines(known, currency, t),
                        known == null ? null : t.money(known.net(), currency),
                        known != null && known.net().signum() < 0,
                        room == null ? null : room.sentence(),
                        room != null && room.over(),
                        known == null ? List.of() : match(known, currency, t),
                        estimate,
                        verdict,
                        CurrentActor.get().may(GrantPermissions.DECIDE) ? forms.decidedBy(verdict) : null,
                        GrantFormatter.decision(call.decision(), id -> chooser.displayName(id.toString()), t),
                        CurrentActor.get().may(GrantPermissions.EDIT)));
    }

    /** The match to find, against what no agreement uses yet. */
    private List<String> match(GrantEstimate known, String currency, Words t) {
        if (known.match().signum() == 0) {
            return List.of();
        }
        FreeMatch free = matches.findFree();
        BigDecimal missing = known.match().subtract(free.value());
        return List.of(
                t.say(
                        "grant.worth.match.free",
                        t.hours(free.hours()),
                        free.rate().signum() == 0 ? "none" : t.money(free.rate(), FreeMatch.CURRENCY),
                        t.money(free.releases(), FreeMatch.CURRENCY),
                        t.money(free.value(), FreeMatch.CURRENCY)),
                !currency.equals(FreeMatch.CURRENCY)
                        ? t.say("grant.worth.match.unlike", t.money(known.match(), currency))
                        : missing.signum() > 0
                                ? t.say("grant.worth.match.short", t.money(missing, currency))
                                : t.say("grant.worth.match.enough"));
    }

    private static List<CallFact> lines(GrantEstimate known, String currency, Words t) {
        return List.of(
                new CallFact(t.say("grant.estimate.amount"), t.money(known.amount(), currency)),
                new CallFact(
                        t.say(
                                "grant.worth.hours",
                                t.hours(known.asking()),
                                t.hours(known.reporting()),
                                t.money(known.hourlyCost(), currency)),
                        t.money(known.timeCost().negate(), currency)),
                new CallFact(
                        t.say("grant.estimate.match"), t.money(known.match().negate(), currency)));
    }
}
