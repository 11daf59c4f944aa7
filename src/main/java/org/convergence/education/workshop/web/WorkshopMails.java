package org.convergence.education.workshop.web;

import java.util.Optional;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.plan.mailbox.MailDestination;
import org.convergence.plan.mailbox.MailDrafts;
import org.convergence.plan.mailbox.MailDrafts.MailDraft;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
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

    private Optional<MailDraft> find(String id) {
        return TextParser.id(id).flatMap(mails::find);
    }

    /** Fills a new form from the mail that its address names. */
    void prefill(Form asked, Form form) {
        find(asked.value(MAIL)).ifPresent(mail -> {
            boolean isAddress = mail.writtenBy().contains("@");
            form.with(FROM, mail.id())
                    .with(
                            isAddress ? MAIL : WorkshopRequestForm.NAME.name(),
                            TextShortener.shorten(mail.writtenBy(), LONGEST_NAME))
                    .with(WorkshopRequestForm.PURPOSE.name(), TextShortener.shorten(words(mail), LONGEST));
        });
    }

    /**
     * Deletes the mail of a new request, unless it holds more than the request keeps.
     *
     * @return whether it still waits
     */
    boolean finish(Form form) {
        Optional<MailDraft> mail = find(form.value(FROM));
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
