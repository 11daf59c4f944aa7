package org.convergence.advocacy.urgentaction.web;

import java.util.List;
import org.convergence.advocacy.urgentaction.SignOnState;
import org.convergence.advocacy.urgentaction.domain.SignOn;
import org.convergence.advocacy.urgentaction.domain.SignOnService;
import org.convergence.advocacy.urgentaction.domain.SignOnService.LinkView;
import org.convergence.advocacy.urgentaction.domain.UrgentAction;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.UrgentActionFact;
import org.convergence.advocacy.urgentaction.web.UrgentActionPublicPage.ActionLinkPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.geography.Country;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * An organisation confirms or withdraws its signature, or a second person checks the risk, by a link: opening the page
 * changes nothing, its buttons do.
 */
@Controller
@RequestMapping("/advocacy/urgentaction/link/{secret}")
@Open("a link is for one organisation that signed, or for the person who checks the risk")
class UrgentActionLinkController {

    private final SignOnService signOns;

    UrgentActionLinkController(SignOnService signOns) {
        this.signOns = signOns;
    }

    @Bean
    static SecretAddress urgentActionLinkAddress() {
        return new SecretAddress(SignOnService.PATH);
    }

    @GetMapping
    ModelAndView show(@PathVariable String secret, PublicVisit visit) {
        LinkView view = visit.open(secret, () -> signOns.open(secret));
        SignOn signOn = view.signOn();
        Words t = visit.words(signOn == null ? List.of() : List.of(signOn.language()));
        return PageView.of("advocacy/urgentaction/link", page(secret, view, t, visit));
    }

    private ActionLinkPage page(String secret, LinkView view, Words t, PublicVisit visit) {
        UrgentAction action = view.action();
        SignOn signOn = view.signOn();
        PublicText text = view.wording().textIn(t.language().code()).orElse(null);
        SignOnState state = signOn == null ? null : signOn.state();
        boolean shows = view.isPublic() || view.mayCheck();
        return new ActionLinkPage(
                t,
                text == null || !shows ? t.say("public.urgentaction.link") : text.title(),
                signOn == null
                        ? null
                        : t.say("public.urgentaction.link.signature", signOn.name(), signOn.body(), signOn.decidedOn()),
                state == null ? null : t.say("public.urgentaction.link.state", state.name()),
                view.mayCheck() ? facts(action, t) : List.of(),
                shows ? text : null,
                state == SignOnState.PENDING && view.isPublic(),
                state == SignOnState.PENDING || state == SignOnState.CONFIRMED,
                view.mayCheck(),
                SignOnService.PATH + secret,
                visit.otherOptions(t));
    }

    private static List<UrgentActionFact> facts(UrgentAction action, Words t) {
        return List.of(
                new UrgentActionFact(
                        t.say("public.urgentaction.check.country"), new Country(action.country()).name(t), null),
                new UrgentActionFact(t.say("public.urgentaction.check.partner"), action.partnerName(), null),
                new UrgentActionFact(t.say("public.urgentaction.check.happened"), action.happened(), null),
                new UrgentActionFact(
                        t.say("public.urgentaction.check.degree"),
                        t.say("public.urgentaction.degree", action.degree().name()),
                        null),
                new UrgentActionFact(
                        t.say("public.urgentaction.check.risk"),
                        t.say("public.urgentaction.risk", action.risk().name()),
                        null));
    }

    @PostMapping("/confirm")
    ModelAndView confirm(@PathVariable String secret, PublicVisit visit) {
        return act(secret, visit, () -> signOns.answer(secret, true));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String secret, PublicVisit visit) {
        return act(secret, visit, () -> signOns.answer(secret, false));
    }

    @PostMapping("/check")
    ModelAndView check(@PathVariable String secret, PublicVisit visit) {
        return act(secret, visit, () -> signOns.check(secret));
    }

    private ModelAndView act(String secret, PublicVisit visit, Runnable decision) {
        visit.open(secret, () -> signOns.open(secret));
        decision.run();
        return SeeOther.to(SignOnService.PATH + secret);
    }
}
