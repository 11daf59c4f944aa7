package org.convergence.outreach.assembly.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.convergence.outreach.assembly.domain.DatePoll;
import org.convergence.outreach.assembly.domain.DatePollLetterSender;
import org.convergence.outreach.assembly.domain.DatePollService;
import org.convergence.outreach.assembly.domain.DatePollService.OpenedDates;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.ExpiredLinkPage;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person with a seat says by a link, without an account, which dates suit. */
@Controller
@RequestMapping(DatePollLetterSender.PATH + "{secret}")
@Open("a link opens one person's answer about dates")
record DatePollLinkController(DatePollService polls) {

    private static final String FORM = "assembly-dates";

    @Bean
    static SecretAddress datePollLinkAddress() {
        return new SecretAddress(DatePollLetterSender.PATH);
    }

    @GetMapping
    ModelAndView show(@PathVariable String secret, Words t, PublicVisit visit) {
        DownloadHeaders.addLinkHeaders(visit.response());
        OpenedDates opened = polls.findByLink(secret);
        return page(secret, opened, DatePollPageAssembler.toForm(opened.person()), t, visit);
    }

    private static ModelAndView page(String secret, OpenedDates opened, Form form, Words t, PublicVisit visit) {
        DatePoll poll = opened.poll();
        return PageView.of(
                "outreach/assembly/dates-link",
                new DateAnswerPage(
                        opened.person().name(),
                        poll.name(),
                        "",
                        DatePollLetterSender.PATH + secret,
                        DatePollPageAssembler.places(poll),
                        DatePollPageAssembler.describe(poll, t),
                        DatePollPageAssembler.answers(t),
                        opened.person().answers() != null,
                        poll.meeting() == null ? null : t.say("assembly.dates.link.chosen"),
                        visit.shield(FORM),
                        form));
    }

    /** Saves the answers: only this button does, since programs that check mail open each link. */
    @PostMapping
    ModelAndView answer(@PathVariable String secret, Form form, Words t, PublicVisit visit) {
        OpenedDates opened = visit.open(secret, () -> polls.findByLink(secret));
        return visit.submit(
                FORM,
                form,
                answers -> DatePollController.readAnswers(
                        answers, opened.poll().dates().size()),
                answers -> {
                    polls.answerByLink(secret, answers);
                    return SeeOther.to(DatePollLetterSender.PATH + secret).withNotice("assembly.reply.thanks");
                },
                () -> page(secret, opened, form, t, visit));
    }

    /** A link that opens nothing answers 404, with the page of all secret links. */
    @ExceptionHandler(NotFound.class)
    ModelAndView handleNotFound(Words t, HttpServletRequest request, HttpServletResponse response) {
        DownloadHeaders.addLinkHeaders(response);
        return ExpiredLinkPage.show(request, t);
    }
}
