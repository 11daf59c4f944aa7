package org.convergence.outreach.vote.web;

import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLinkAccess;
import org.convergence.outreach.vote.domain.MandateLinkAccess.OpenedMandate;
import org.convergence.outreach.vote.web.MandateLettersPage.MandateLinkPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.ExpiredLinkPage;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.DelegationReason;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The mandate letter of a member by its link: opening the page changes nothing, its button does. */
@Controller
@RequestMapping("/outreach/vote/mandate/{secret}")
@Open("a link opens one mandate letter to its member")
record MandateLinkController(MandateLinkAccess access) {

    private static final String FORM = "vote-mandate";

    @Bean
    static SecretAddress mandateAddress() {
        return new SecretAddress(MandateLinkAccess.PATH);
    }

    @GetMapping
    ModelAndView show(@PathVariable String secret, PublicVisit visit) {
        OpenedMandate opened = visit.open(secret, () -> access.open(secret));
        return page(secret, opened, MandateLetterForm.toForm(opened.member()), visit.words(opened.languages()), visit);
    }

    @PostMapping
    ModelAndView save(@PathVariable String secret, Form form, PublicVisit visit) {
        OpenedMandate opened = visit.open(secret, () -> access.open(secret));
        Words t = visit.words(opened.languages());
        return visit.submit(
                FORM,
                form,
                answers -> MandateLetterForm.read(answers, opened.member()),
                input -> {
                    access.save(secret, input.version(), input.facts(), input.file());
                    return SeeOther.to(action(secret, t));
                },
                () -> page(secret, opened, form, t, visit));
    }

    private static String action(String secret, Words t) {
        return MandateLinkAccess.PATH + secret + "?in=" + t.language().code();
    }

    private static String right(MemberMandate member, Words t) {
        String right =
                t.say("public.vote.mandate.right", member.entitled(), DelegationReason.format(member.right(), t));
        return member.isToldOtherwise()
                ? right + " " + t.say("public.vote.mandate.told", member.toldOtherwise())
                : right;
    }

    private ModelAndView page(String secret, OpenedMandate opened, Form form, Words t, PublicVisit visit) {
        MemberMandate member = opened.member();
        var letter = opened.letter();
        ModelAndView page = PageView.of(
                "outreach/vote/mandate-link",
                new MandateLinkPage(
                        t,
                        MandateLinkAccess.PATH + secret,
                        action(secret, t),
                        visit.otherOptions(t),
                        t.say(
                                "public.vote.mandate.title",
                                member.right().member().name()),
                        MandateLinkAccess.describe(opened.agenda(), t),
                        right(member, t),
                        letter.answeredAt() == null
                                ? null
                                : t.say(
                                        letter.document() == null
                                                ? "public.vote.mandate.said"
                                                : "public.vote.mandate.said.letter",
                                        member.named(),
                                        member.entitled()),
                        t.say(opened.untilKey(), letter.dueOn()),
                        opened.isOpen() && member.entitled() > 0,
                        member.places(),
                        visit.shield(FORM),
                        form));
        if (!opened.isOpen()) {
            page.setStatus(HttpStatus.GONE);
        }
        return page;
    }

    /** A link that opens nothing answers 404, with the page of all secret links. */
    @ExceptionHandler(NotFound.class)
    ModelAndView handleNotFound(PublicVisit visit) {
        return ExpiredLinkPage.show(visit.request(), visit.words());
    }
}
