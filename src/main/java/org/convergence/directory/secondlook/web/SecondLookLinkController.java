package org.convergence.directory.secondlook.web;

import java.util.List;
import org.convergence.directory.secondlook.SecondLookSubject.TextsToRead;
import org.convergence.directory.secondlook.domain.SecondLookInvitation.SecondLookState;
import org.convergence.directory.secondlook.domain.SecondLookService;
import org.convergence.directory.secondlook.domain.SecondLookService.OpenedLook;
import org.convergence.directory.secondlook.web.SecondLookPage.ReaderPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a person without an account reads a text and answers. Opening it changes nothing. */
@Controller
@RequestMapping("/public/second-look/{secret}")
@Open("a link opens the texts to their reader")
record SecondLookLinkController(SecondLookService looks) {

    private static final String FORM = "second-look";

    @Bean
    static SecretAddress secondLookAddress() {
        return new SecretAddress(SecondLookService.PATH);
    }

    @GetMapping
    ModelAndView open(@PathVariable String secret, PublicVisit visit) {
        return page(secret, visit.open(secret, () -> looks.open(secret)), Form.blank(), null, visit);
    }

    private ModelAndView page(
            String secret, OpenedLook opened, Form form, @Nullable String problem, PublicVisit visit) {
        Words t = visit.words();
        TextsToRead texts = opened.texts();
        return PageView.of(
                "directory/secondlook/link",
                new ReaderPage(
                        t,
                        opened.texts() == null
                                ? opened.invitation().title()
                                : opened.texts().title(),
                        t.say("public.secondlook.lead", opened.invitation().askedName()),
                        SecondLookService.PATH + secret,
                        visit.otherOptions(t),
                        texts == null ? List.of() : texts.texts(),
                        opened.wording(),
                        problem,
                        over(opened, t),
                        form,
                        visit.shield(FORM)));
    }

    private static @Nullable String over(OpenedLook opened, Words t) {
        if (opened.texts() != null) {
            return null;
        }
        SecondLookState state = opened.invitation().state();
        if (state == SecondLookState.WITHDRAWN) {
            return t.say("public.secondlook.withdrawn");
        }
        return t.say(state.isAnswered() ? "public.secondlook.thanks" : "public.secondlook.over");
    }

    @PostMapping("/good")
    ModelAndView approve(@PathVariable String secret, Form form, PublicVisit visit) {
        OpenedLook opened = visit.open(secret, () -> looks.open(secret));
        return form.submit(
                answers -> answers.text("wording", 100),
                wording -> {
                    looks.approve(secret, wording);
                    return back(secret, visit);
                },
                () -> page(secret, opened, Form.blank(), problem(form, visit.words()), visit));
    }

    @PostMapping("/comment")
    ModelAndView comment(@PathVariable String secret, Form form, PublicVisit visit) {
        OpenedLook opened = visit.open(secret, () -> looks.open(secret));
        return visit.submit(
                FORM,
                form,
                answers -> answers.text("comment", 4_000),
                words -> {
                    looks.comment(secret, words);
                    return back(secret, visit);
                },
                () -> page(secret, opened, form, null, visit));
    }

    private static @Nullable String problem(Form form, Words t) {
        return form.problems().stream()
                .findFirst()
                .map(each -> t.say(each.key(), each.arguments().toArray()))
                .orElse(null);
    }

    private static ModelAndView back(String secret, PublicVisit visit) {
        return SeeOther.to(SecondLookService.PATH + secret + "?in="
                + visit.words().language().code());
    }
}
