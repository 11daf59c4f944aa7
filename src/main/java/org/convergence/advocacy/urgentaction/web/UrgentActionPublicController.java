package org.convergence.advocacy.urgentaction.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.advocacy.urgentaction.domain.SignOn;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnFacts;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnState;
import org.convergence.advocacy.urgentaction.domain.SignOnService;
import org.convergence.advocacy.urgentaction.domain.SignOnService.LinkView;
import org.convergence.advocacy.urgentaction.domain.UrgentAction;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentActionPolicy;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries.PublicAction;
import org.convergence.advocacy.urgentaction.web.UrgentActionForm.SignOnForm;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.UrgentActionFact;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.UrgentActionPublicPage;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.UrgentActionPublicPage.ActionLinkPage;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.UrgentActionPublicPage.LetterRecipient;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.UrgentActionPublicPage.OverPage;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.UrgentActionPublicPage.PublicNews;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.geography.Country;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The public page of an urgent action: letters that each reader sends from their own mail program (R-ADV-7), and the
 * form by which an organisation signs. Once the action is over it answers 410. By a link an organisation confirms or
 * withdraws its signature, or a second person checks the risk: opening that page changes nothing, its buttons do.
 */
@Controller
@Open("public words, shown as long as the yes lasts")
record UrgentActionPublicController(
        UrgentActionQueries actions,
        SignOnService signOns,
        PublicLanguages languages,
        LetterStatusService statuses,
        OrganisationSettings settings) {

    /** From so many organisations on, their people are told together: the headcount of one is not public. */
    private static final int FEWEST_COUNTED = 3;

    private static final String FORM = "urgentaction";

    /** Mail programs cut longer links. */
    private static final int LONGEST_MAIL = 1_400;

    @Bean
    static SecretAddress urgentActionAddress() {
        return new SecretAddress(UrgentActionQueries.PATH);
    }

    @GetMapping("/public/urgent-action/{code}")
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(name = "signed", required = false) @Nullable String signed,
            PublicVisit visit) {
        visit.open();
        Words asked = visit.words();
        return actions.find(code)
                .map(it -> page(it, asked, Form.blank(), signed != null, visit))
                .orElseGet(() -> over(asked));
    }

    @PostMapping("/public/urgent-action/{code}")
    ModelAndView sign(@PathVariable String code, Form form, PublicVisit visit) {
        visit.open();
        Words asked = visit.words();
        Optional<PublicAction> found = actions.find(code);
        if (found.isEmpty()) {
            return over(asked);
        }
        PublicAction it = found.get();
        String in = text(it, asked).language();
        return visit.submit(
                FORM,
                form,
                answers -> SignOnForm.read(answers, answers.get(SignOnForm.ORGANISATION), in, settings.today()),
                (SignOnFacts facts) -> {
                    signOns.sign(it.action().id(), facts);
                    return SeeOther.to(UrgentActionQueries.PATH + code + "?signed=yes&in=" + in);
                },
                () -> page(it, asked, form, false, visit));
    }

    private static ModelAndView over(Words t) {
        ModelAndView page = PageView.of("advocacy/urgentaction/over", new OverPage(t));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static PublicText text(PublicAction it, Words asked) {
        return it.wording().textIn(asked.language().code()).orElseThrow();
    }

    private ModelAndView page(PublicAction it, Words asked, Form form, boolean thanks, PublicVisit visit) {
        PublicText text = text(it, asked);
        Words t = languages.wordsFor(text.language());
        LocalDate today = settings.today();
        String address = UrgentActionQueries.PATH + it.action().code();
        return PageView.of(
                "advocacy/urgentaction/public",
                new UrgentActionPublicPage(
                        t,
                        text,
                        t.say(
                                "public.urgentaction.by",
                                settings.current().name(),
                                it.action().partnerName()),
                        t.say(
                                "public.urgentaction.until",
                                t.dayAndDate(it.action().expiresOn())),
                        UrgentActionPolicy.findReachable(it.wording().targets(), today).stream()
                                .map(each -> recipient(each, text, t))
                                .toList(),
                        it.updates().stream()
                                .map(each -> new PublicNews(
                                        t.date(settings.dayOf(each.postedAt())), each.text(text.language())))
                                .toList(),
                        it.count().organisations() < FEWEST_COUNTED
                                ? null
                                : t.say(
                                        "public.urgentaction.count",
                                        it.count().organisations(),
                                        it.count().atLeast(),
                                        it.count().day()),
                        it.signatories(),
                        thanks,
                        !statuses.isMailSet(),
                        address,
                        address + "?in=" + text.language(),
                        visit.otherOptions(t).stream()
                                .filter(each -> it.wording().texts().stream()
                                        .anyMatch(written -> written.language().equals(each.value())))
                                .toList(),
                        visit.shield(FORM),
                        form));
    }

    private static LetterRecipient recipient(TargetInOffice target, PublicText text, Words t) {
        String letter = target.salutation() + "\n\n" + t.say("public.urgentaction.own-words") + "\n\n" + text.letter();
        String link = "mailto:" + target.mail() + "?subject=" + encode(text.subject()) + "&body="
                + encode(TextShortener.shorten(letter, LONGEST_MAIL).replace("\n", "\r\n"));
        return new LetterRecipient(target.name(), target.office(), target.mail(), target.salutation(), link);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Bean
    static SecretAddress urgentActionLinkAddress() {
        return new SecretAddress(SignOnService.PATH);
    }

    @Open("a link is for one organisation that signed, or for the person who checks the risk")
    @GetMapping("/advocacy/urgentaction/link/{secret}")
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
                state == null
                        ? null
                        : state == SignOnState.PENDING && !view.isPublic()
                                ? t.say("public.urgentaction.link.unconfirmed")
                                : t.say("public.urgentaction.link.state", state.name()),
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

    @Open("a link is for one organisation that signed, or for the person who checks the risk")
    @PostMapping("/advocacy/urgentaction/link/{secret}/confirm")
    ModelAndView confirm(@PathVariable String secret, PublicVisit visit) {
        return act(secret, visit, () -> signOns.answer(secret, true));
    }

    @Open("a link is for one organisation that signed, or for the person who checks the risk")
    @PostMapping("/advocacy/urgentaction/link/{secret}/withdraw")
    ModelAndView withdraw(@PathVariable String secret, PublicVisit visit) {
        return act(secret, visit, () -> signOns.answer(secret, false));
    }

    @Open("a link is for one organisation that signed, or for the person who checks the risk")
    @PostMapping("/advocacy/urgentaction/link/{secret}/check")
    ModelAndView check(@PathVariable String secret, PublicVisit visit) {
        return act(secret, visit, () -> signOns.check(secret));
    }

    private ModelAndView act(String secret, PublicVisit visit, Runnable decision) {
        visit.open(secret, () -> signOns.open(secret));
        decision.run();
        return SeeOther.to(SignOnService.PATH + secret);
    }
}
