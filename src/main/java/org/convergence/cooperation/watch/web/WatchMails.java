package org.convergence.cooperation.watch.web;

import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.plan.mailbox.MailDestination;
import org.convergence.plan.mailbox.MailDrafts;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextShortener;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Forwarded mails that are kept as items: the subject is the title, the words are what was pasted. */
@Component
record WatchMails(MailDrafts mails) {

    private static final String MAIL = "mail";

    /** What the form takes, without the marks that {@code TextShortener} adds. */
    private static final int LONGEST = 8_000;

    @Bean
    static MailDestination watchFromMail() {
        return new MailDestination("watch.from-mail", WatchPage.LIST + "/new", WatchPermissions.EDIT);
    }

    /** Fills a new form from the mail that its address names. */
    void prefill(Form asked, Form form) {
        mails.find(asked.value(MAIL))
                .ifPresent(mail -> form.with(MAIL, mail.id())
                        .with(WatchForm.PASTE.name(), TextShortener.shorten(mail.words(), LONGEST)));
    }

    /** {@link MailDrafts#finish} of the mail of a new item. */
    boolean finish(Form form) {
        return mails.finish(form.value(MAIL), LONGEST);
    }
}
