package org.convergence.platform.mail.web;

import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.MailPermissions;
import org.convergence.platform.mail.domain.Carrier;
import org.convergence.platform.mail.domain.Diagnosis;
import org.convergence.platform.mail.domain.OutboxService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.SettingsEntry;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The outbox as the administrator sees it. */
@Controller
@RequestMapping("/platform/mail")
@Requires(MailPermissions.KEEP)
class OutboxController {

    private static final int SHOWN = 100;

    private final OutboxService outbox;
    private final Carrier carrier;

    OutboxController(OutboxService outbox, Carrier carrier) {
        this.outbox = outbox;
        this.carrier = carrier;
    }

    @GetMapping
    ModelAndView show() {
        return show(Form.blank());
    }

    private ModelAndView show(Form trial) {
        return Page.of("platform/mail/outbox", new OutboxPage(carrier.isSet(), trial, outbox.findLatest(SHOWN)));
    }

    /** Sends a letter now, and shows the result. */
    @PostMapping("/trial")
    ModelAndView tryOut(Form form, Words t) {
        return form.submit(
                answers -> answers.text("to", 254),
                to -> {
                    Diagnosis diagnosis = carrier.tryOut(to, t.say("mail.trial.subject"), t.say("mail.trial.text"));
                    Go back = Go.to("/platform/mail");
                    return diagnosis == Diagnosis.WORKS
                            ? back.saying("mail.trial.works")
                            : back.warning("mail.trial.problem", diagnosis.name());
                },
                () -> show(form));
    }

    @PostMapping("/{letter}/again")
    ModelAndView sendAgain(@PathVariable UUID letter) {
        outbox.sendAgain(letter);
        return Go.to("/platform/mail").saying("mail.again");
    }

    @Bean
    static SettingsEntry mailEntry() {
        return SettingsEntry.of(30, "mail.menu", "/platform/mail", MailPermissions.KEEP);
    }
}
