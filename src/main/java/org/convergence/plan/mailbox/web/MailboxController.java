package org.convergence.plan.mailbox.web;

import java.time.Clock;
import java.util.List;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.Forwarded;
import org.convergence.plan.mailbox.domain.ForwardingAddress;
import org.convergence.plan.mailbox.domain.WaitingMail;
import org.convergence.plan.mailbox.domain.WaitingMail.Line;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of waiting mails, and the user's private address. */
@Controller
@RequestMapping("/plan/mailbox")
@Requires(MailboxPermissions.OWN)
class MailboxController {

    private static final int SHOWN = 50;

    private final ForwardingAddress address;
    private final WaitingMail waiting;
    private final Clock clock;

    MailboxController(ForwardingAddress address, WaitingMail waiting, Clock clock) {
        this.address = address;
        this.waiting = waiting;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        String after = form.filled("after") ? form.value("after") : null;
        Slice<Line> slice = Slice.of(waiting.some(after, SHOWN + 1), SHOWN, Line::position);
        ForwardingAddress.Mine mine = address.mine();
        WaitingMail.Reading reading = waiting.reading();
        String next = slice.next();
        List<MailboxPage.Row> rows =
                slice.rows().stream().map(line -> row(line, t)).toList();
        return Page.of(
                "plan/mailbox/mailbox",
                new MailboxPage(
                        address.isSet(),
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
                                : Address.of(MailboxPage.LIST)
                                        .with("after", next)
                                        .toString(),
                        after == null ? null : MailboxPage.LIST));
    }

    private static MailboxPage.Row row(Line line, Words t) {
        return new MailboxPage.Row(
                MailboxPage.LIST + "/" + line.id(),
                t.shortDate(line.writtenOn()),
                Subjects.shown(line.subject(), t),
                line.sender(),
                line.state() == Forwarded.State.WAITING
                        ? null
                        : t.say("mailbox.state", line.state().name()));
    }

    @PostMapping("/address")
    ModelAndView open() {
        boolean renewed = address.mine().open();
        address.open();
        return Go.to(MailboxPage.LIST).saying(renewed ? "mailbox.address.renewed" : "mailbox.address.opened");
    }

    @PostMapping("/address/close")
    ModelAndView close() {
        address.close();
        return Go.to(MailboxPage.LIST).saying("mailbox.address.closed");
    }
}
