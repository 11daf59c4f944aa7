package org.convergence.resources.declaration.web;

import org.convergence.platform.access.Open;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.declaration.domain.LinkAnswerService;
import org.convergence.resources.declaration.domain.LinkAnswerService.HeadcountAnswer;
import org.convergence.resources.declaration.domain.LinkAnswerService.HeadcountQuestion;
import org.convergence.resources.declaration.web.RoundPage.LinkAnswerPage;
import org.convergence.resources.membership.HeadcountReader;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers a headcount question by link: opening the page changes nothing, its button does. */
@Controller
@RequestMapping("/resources/declaration/link/{secret}")
@Open("a link answers one question for its recipient")
record LinkAnswerController(LinkAnswerService linkAnswerService, OrganisationSettings settings) {

    private static final String FORM = "headcount";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REMARK = 1000;

    @GetMapping
    ModelAndView show(@PathVariable String secret, PublicVisit visit) {
        HeadcountQuestion question = visit.open(secret, () -> linkAnswerService.open(secret));
        Form form = Form.blank();
        HeadcountAnswer before = question.before();
        if (before != null) {
            form.with("number", before.number()).with("saidBy", before.saidBy()).with("remark", before.remark());
        }
        return page(secret, question, form, visit.words(question.languages()), visit);
    }

    @PostMapping
    ModelAndView answer(@PathVariable String secret, Form form, PublicVisit visit) {
        HeadcountQuestion question = visit.open(secret, () -> linkAnswerService.open(secret));
        Words t = visit.words(question.languages());
        return visit.submit(
                FORM,
                form,
                typed -> read(form, typed),
                said -> {
                    linkAnswerService.answer(secret, said);
                    return SeeOther.to(LinkAnswerService.PATH + secret + "?in="
                            + t.language().code());
                },
                () -> page(secret, question, form, t, visit));
    }

    private static HeadcountAnswer read(Form form, FormValues typed) {
        int number = HeadcountReader.read(form.value("number"))
                .filter(read -> read <= CategoryFacts.MOST)
                .orElseGet(() -> typed.wholeNumber("number", 0, CategoryFacts.MOST));
        return new HeadcountAnswer(
                number, typed.text("saidBy", LONGEST_NAME), typed.optionalText("remark", LONGEST_REMARK));
    }

    private ModelAndView page(String secret, HeadcountQuestion question, Form form, Words t, PublicVisit visit) {
        String address = LinkAnswerService.PATH + secret;
        String them = question.organisation().name();
        // After closing there is nothing to correct, and the number is not shown.
        HeadcountAnswer before = question.open() ? question.before() : null;
        ModelAndView page = PageView.of(
                "resources/declaration/answer",
                new LinkAnswerPage(
                        t,
                        settings.current().name(),
                        them,
                        t.say("public.declaration.question", them, question.countedOn()),
                        t.say(
                                question.open() ? "public.declaration.until" : "public.declaration.closed",
                                question.closesOn()),
                        before == null ? null : t.say("public.declaration.said", before.number(), question.countedOn()),
                        question.open(),
                        address,
                        address + "?in=" + t.language().code(),
                        visit.otherOptions(t),
                        visit.shield(FORM),
                        form));
        if (!question.open()) {
            page.setStatus(HttpStatus.GONE);
        }
        return page;
    }
}
