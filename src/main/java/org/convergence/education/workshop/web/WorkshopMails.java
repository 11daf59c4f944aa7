package org.convergence.education.workshop.web;

import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.plan.mailbox.MailDestination;
import org.convergence.plan.mailbox.MailDrafts;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextShortener;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Forwarded mails that become requests: the person who wrote is the one to answer, the words are the purpose. */
@Component
record WorkshopMails(MailDrafts mails) {

    /** The hidden field with the mail; {@code mail} is the address of the contact. */
    public static final String FROM = "fromMail";

    private static final String MAIL = "mail";
    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 200;

    @Bean
    static MailDestination workshopRequestFromMail() {
        return new MailDestination("workshop.from-mail", WorkshopPage.REQUESTS + "/new", WorkshopPermissions.EDIT);
    }

    /** Fills a new form from the mail that its address names. */
    void prefill(Form asked, Form form) {
        mails.find(asked.value(MAIL)).ifPresent(mail -> {
            boolean isAddress = mail.writtenBy().contains("@");
            form.with(FROM, mail.id())
                    .with(
                            isAddress ? MAIL : WorkshopRequestForm.NAME.name(),
                            TextShortener.shorten(mail.writtenBy(), LONGEST_NAME))
                    .with(WorkshopRequestForm.PURPOSE.name(), TextShortener.shorten(mail.words(), LONGEST));
        });
    }

    /** {@link MailDrafts#finish} of the mail of a new request. */
    boolean finish(Form form) {
        return mails.finish(form.value(FROM), LONGEST);
    }
}
