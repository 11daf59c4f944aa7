package org.convergence.cooperation.watch.web;

import java.util.Optional;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.plan.mailbox.MailDestination;
import org.convergence.plan.mailbox.MailDrafts;
import org.convergence.plan.mailbox.MailDrafts.MailDraft;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
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

    private Optional<MailDraft> find(Form form) {
        return TextParser.id(form.value(MAIL)).flatMap(mails::find);
    }

    /** Fills a new form from the mail that its address names. */
    void prefill(Form asked, Form form) {
        find(asked)
                .ifPresent(mail -> form.with(MAIL, mail.id())
                        .with(WatchForm.PASTE.name(), TextShortener.shorten(words(mail), LONGEST)));
    }

    /**
     * Deletes the mail of a new item, unless it holds more than the item keeps.
     *
     * @return whether it still waits
     */
    boolean finish(Form form) {
        Optional<MailDraft> mail = find(form);
        boolean waits = mail.filter(
                        it -> !it.attachments().isEmpty() || words(it).length() > LONGEST)
                .isPresent();
        if (!waits) {
            mail.map(MailDraft::id).ifPresent(mails::sorted);
        }
        return waits;
    }

    private static String words(MailDraft mail) {
        return (mail.subject() + "\n\n" + mail.text()).strip();
    }
}
