package org.convergence.platform.mail.web;

import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.MailPermissions;
import org.convergence.platform.mail.domain.LetterSender;
import org.convergence.platform.mail.domain.MailDiagnosis;
import org.convergence.platform.mail.domain.OutboxService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
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
record OutboxController(OutboxService outbox, LetterSender letterSender) {

    private static final int SHOWN = 100;

    @GetMapping
    ModelAndView show() {
        return show(Form.blank());
    }

    private ModelAndView show(Form trial) {
        return PageView.of(
                "platform/mail/outbox", new OutboxPage(letterSender.isConfigured(), trial, outbox.findLatest(SHOWN)));
    }

    /** Sends a letter now, and shows the result. */
    @PostMapping("/trial")
    ModelAndView tryOut(Form form, Words t) {
        return form.submit(
                answers -> answers.text("to", 254),
                to -> {
                    MailDiagnosis diagnosis =
                            letterSender.sendTest(to, t.say("mail.trial.subject"), t.say("mail.trial.text"));
                    SeeOther back = SeeOther.to("/platform/mail");
                    return diagnosis == MailDiagnosis.WORKS
                            ? back.withNotice("mail.trial.works")
                            : back.withWarning("mail.trial.problem", diagnosis.name());
                },
                () -> show(form));
    }

    @PostMapping("/{letter}/again")
    ModelAndView sendAgain(@PathVariable UUID letter) {
        outbox.sendAgain(letter);
        return SeeOther.to("/platform/mail").withNotice("mail.again");
    }

    @PostMapping("/{letter}/arrived")
    ModelAndView considerArrived(@PathVariable UUID letter) {
        outbox.considerArrived(letter);
        return SeeOther.to("/platform/mail").withNotice("mail.arrived.noted");
    }

    @Bean
    static SettingsPageEntry mailEntry() {
        return SettingsPageEntry.of(30, "mail.menu", "/platform/mail", MailPermissions.KEEP);
    }
}
