package org.convergence.plan.mailbox.web;

import java.util.UUID;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.ForwardedMail;
import org.convergence.plan.mailbox.domain.MailSortingService;
import org.convergence.plan.mailbox.domain.WaitingMailQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a forwarded mail, on which its owner sorts it. */
@Controller
@RequestMapping("/plan/mailbox/{id}")
@Requires(MailboxPermissions.OWN)
class ForwardedMailController {

    private final WaitingMailQueries waiting;
    private final MailSortingService mailSortingService;
    private final ForwardedMailForm forms;

    ForwardedMailController(
            WaitingMailQueries waiting, MailSortingService mailSortingService, ForwardedMailForm forms) {
        this.waiting = waiting;
        this.mailSortingService = mailSortingService;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Words t) {
        ForwardedMail it = waiting.findById(id);
        return page(it, forms.fill(it, t), t);
    }

    private ModelAndView page(ForwardedMail it, Form form, Words t) {
        return PageView.of("plan/mailbox/mail", forms.page(it, form, t));
    }

    /** « Garder comme échange ». */
    @PostMapping("/exchange")
    ModelAndView keepAsExchange(@PathVariable UUID id, Form form, Words t) {
        ForwardedMail it = waiting.findById(id);
        return form.submit(
                answers -> forms.read(it, form, answers),
                read -> {
                    ExchangeId made = mailSortingService.recordAsExchange(id, read.what(), read.newcomers());
                    return SeeOther.to("/directory/exchange/" + made.value()).withNotice("mailbox.kept");
                },
                () -> page(it, form, t));
    }

    /** « Ne pas garder ». */
    @PostMapping("/discard")
    ModelAndView discard(@PathVariable UUID id) {
        mailSortingService.discard(id);
        return SeeOther.to(MailboxPage.LIST).withNotice("mailbox.discarded");
    }

    /** Accepts a mail that another person sent. */
    @PostMapping("/accept")
    ModelAndView accept(@PathVariable UUID id) {
        mailSortingService.accept(id);
        return SeeOther.to(MailboxPage.LIST + "/" + id).withNotice("mailbox.accepted");
    }
}
