package org.convergence.plan.mailbox.web;

import java.util.UUID;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.Forwarded;
import org.convergence.plan.mailbox.domain.Sorting;
import org.convergence.plan.mailbox.domain.WaitingMail;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
class MailController {

    private final WaitingMail waiting;
    private final Sorting sorting;
    private final MailForms forms;

    MailController(WaitingMail waiting, Sorting sorting, MailForms forms) {
        this.waiting = waiting;
        this.sorting = sorting;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Words t) {
        Forwarded it = waiting.one(id);
        return page(it, forms.of(it, t), t);
    }

    private ModelAndView page(Forwarded it, Form form, Words t) {
        return Page.of("plan/mailbox/mail", forms.page(it, form, t));
    }

    /** « Garder comme échange ». */
    @PostMapping("/exchange")
    ModelAndView keep(@PathVariable UUID id, Form form, Words t) {
        Forwarded it = waiting.one(id);
        return form.submit(
                answers -> forms.read(it, form, answers),
                read -> {
                    ExchangeId made = sorting.keep(id, read.what(), read.newcomers());
                    return Go.to("/directory/exchange/" + made.value()).saying("mailbox.kept");
                },
                () -> page(it, form, t));
    }

    /** « Ne pas garder ». */
    @PostMapping("/discard")
    ModelAndView discard(@PathVariable UUID id) {
        sorting.discard(id);
        return Go.to(MailboxPage.LIST).saying("mailbox.discarded");
    }

    /** Accepts a mail that another person sent. */
    @PostMapping("/accept")
    ModelAndView accept(@PathVariable UUID id) {
        sorting.accept(id);
        return Go.to(MailboxPage.LIST + "/" + id).saying("mailbox.accepted");
    }
}
