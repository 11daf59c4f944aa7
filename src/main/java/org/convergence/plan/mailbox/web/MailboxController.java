package org.convergence.plan.mailbox.web;

import java.time.Clock;
import java.util.List;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.ForwardedMail;
import org.convergence.plan.mailbox.domain.ForwardingAddressService;
import org.convergence.plan.mailbox.domain.WaitingMailQueries;
import org.convergence.plan.mailbox.domain.WaitingMailQueries.WaitingMailRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.FirstStep;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of waiting mails, and the user's private address. */
@Controller
@RequestMapping("/plan/mailbox")
@Requires(MailboxPermissions.OWN)
record MailboxController(ForwardingAddressService address, WaitingMailQueries waiting, Clock clock) {

    private static final int SHOWN = 50;

    @GetMapping
    ModelAndView list(Form form, Words t) {
        String after = form.filled("after") ? form.value("after") : null;
        ListSlice<WaitingMailRow> slice = waiting.findSlice(after, SHOWN);
        ForwardingAddressService.OwnForwardingAddress mine = address.findOwn();
        WaitingMailQueries.MailboxStatus reading = waiting.findStatus();
        String next = slice.next();
        List<MailboxPage.ForwardedMailRow> rows =
                slice.rows().stream().map(line -> row(line, t)).toList();
        return PageView.of(
                "plan/mailbox/mailbox",
                new MailboxPage(
                        address.isConfigured(),
                        mine.open(),
                        mine.address(),
                        reading.at() == null
                                ? t.say("mailbox.read.never")
                                : t.say("mailbox.read", t.ago(reading.at(), clock)),
                        reading.problem() == null
                                ? null
                                : t.say("mailbox.problem", reading.problem().name()),
                        t.say("mailbox.count", waiting.count()),
                        rows,
                        next == null
                                ? null
                                : PageAddress.of(MailboxPage.LIST)
                                        .with("after", next)
                                        .toString(),
                        after == null ? null : MailboxPage.LIST));
    }

    private static MailboxPage.ForwardedMailRow row(WaitingMailRow line, Words t) {
        return new MailboxPage.ForwardedMailRow(
                MailboxPage.LIST + "/" + line.id(),
                t.shortDate(line.writtenOn()),
                ForwardedMailController.format(line.subject(), t),
                line.sender(),
                line.state() == ForwardedMail.ForwardedMailState.WAITING
                        ? null
                        : t.say("mailbox.state", line.state().name()));
    }

    @PostMapping("/address")
    ModelAndView open() {
        boolean renewed = address.findOwn().open();
        address.open();
        return SeeOther.to(MailboxPage.LIST).withNotice(renewed ? "mailbox.address.renewed" : "mailbox.address.opened");
    }

    @PostMapping("/address/close")
    ModelAndView close() {
        address.close();
        return SeeOther.to(MailboxPage.LIST).withNotice("mailbox.address.closed");
    }

    @Bean
    static MenuEntry mailboxMenuEntry() {
        return MenuEntry.of("mailbox.menu", MailboxPage.LIST).requiring(MailboxPermissions.OWN);
    }

    /** The address to which mails are forwarded, where a mailbox is configured. */
    @Bean
    static FirstStep mailStep(ForwardingAddressService address) {
        return new FirstStep(
                40,
                "mailbox.step",
                MailboxPermissions.OWN,
                MailboxPage.LIST,
                address::isConfigured,
                "SELECT EXISTS (SELECT FROM plan.mailbox_address)");
    }
}
