package org.convergence.platform.mail.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.MailPermissions;
import org.convergence.platform.mail.SendingLimits;
import org.convergence.platform.mail.domain.LetterSender;
import org.convergence.platform.mail.domain.MailDiagnosis;
import org.convergence.platform.mail.domain.OutboxService;
import org.convergence.platform.mail.domain.OutboxService.LetterEnvelope;
import org.convergence.platform.mail.domain.OutboxService.OutboxFilter;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
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
record OutboxController(OutboxService outbox, LetterSender letterSender, SendingLimits limits) {

    private static final int SHOWN = 100;

    private static final Field<OutboxFilter> FILTER = Field.choice(
                    "only", "mail.envelopes", List.of(OutboxFilter.values()), OutboxPage::key)
            .optional();

    @GetMapping
    ModelAndView show(Form form, Words t) {
        return show(Form.blank(), form.read(answers -> answers.find(FILTER)), form.value("after"), t);
    }

    private ModelAndView show(Form trial, @Nullable OutboxFilter filter, String after, Words t) {
        List<LetterEnvelope> found = outbox.findLatest(filter, after, SHOWN + 1);
        return PageView.of(
                "platform/mail/outbox",
                new OutboxPage(
                        letterSender.isConfigured(),
                        limits.explain(t),
                        trial,
                        filter,
                        OutboxPage.tabs(filter, t),
                        found.stream().limit(SHOWN).toList(),
                        after.isEmpty() ? null : OutboxPage.url(filter),
                        found.size() > SHOWN
                                ? OutboxPage.url(filter, found.get(SHOWN - 1).position())
                                : null));
    }

    /** Sends a letter now, and shows the result. */
    @PostMapping("/trial")
    ModelAndView tryOut(Form form, Words t) {
        return form.submit(
                answers -> answers.text("to", 254),
                to -> {
                    MailDiagnosis diagnosis =
                            letterSender.sendTest(to, t.say("mail.trial.subject"), t.say("mail.trial.text"));
                    SeeOther back = SeeOther.to(OutboxPage.LIST);
                    if (diagnosis != MailDiagnosis.WORKS) {
                        return back.withWarning("mail.trial.problem", diagnosis.name());
                    }
                    outbox.retryFailing();
                    return back.withNotice("mail.trial.works");
                },
                () -> show(form, null, "", t));
    }

    @PostMapping("/{letter}/again")
    ModelAndView sendAgain(@PathVariable UUID letter, Form form) {
        outbox.sendAgain(letter);
        return SeeOther.to(OutboxPage.url(form.read(answers -> answers.find(FILTER))))
                .withNotice("mail.again");
    }

    @PostMapping("/{letter}/arrived")
    ModelAndView considerArrived(@PathVariable UUID letter, Form form) {
        outbox.considerArrived(letter);
        return SeeOther.to(OutboxPage.url(form.read(answers -> answers.find(FILTER))))
                .withNotice("mail.arrived.noted");
    }

    @Bean
    static SettingsPageEntry mailEntry() {
        return SettingsPageEntry.of(30, "mail.menu", "/platform/mail", MailPermissions.KEEP);
    }
}
