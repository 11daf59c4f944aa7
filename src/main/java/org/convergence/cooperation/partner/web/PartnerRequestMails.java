package org.convergence.cooperation.partner.web;

import java.time.LocalDate;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerRequestPage;
import org.convergence.plan.mailbox.MailDestination;
import org.convergence.plan.mailbox.MailDrafts;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextShortener;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Forwarded mails that become requests: the subject is what is asked, the words are its details, under their author. */
@Component
record PartnerRequestMails(MailDrafts mails) {

    private static final String MAIL = "mail";
    private static final int LONGEST = 4_000;
    private static final int LONGEST_TITLE = 300;

    @Bean
    static MailDestination partnerRequestFromMail() {
        return new MailDestination("partner.from-mail", PartnerRequestPage.LIST + "/new", PartnerPermissions.FOLLOW);
    }

    /** Fills a new form from the mail that its address names. */
    void prefill(Form asked, Form form, LocalDate today) {
        mails.find(asked.value(MAIL))
                .ifPresent(mail -> form.with(MAIL, mail.id())
                        .with(
                                PartnerRequestForm.RECEIVED.name(),
                                mail.writtenOn().isAfter(today) ? today : mail.writtenOn())
                        .with(PartnerRequestForm.TITLE.name(), TextShortener.shorten(mail.subject(), LONGEST_TITLE))
                        .with(PartnerRequestForm.DETAILS.name(), TextShortener.shorten(details(mail), LONGEST)));
    }

    private static String details(MailDrafts.MailDraft mail) {
        return (mail.writtenBy() + "\n\n" + mail.text()).strip();
    }

    /** {@link MailDrafts#finish} of the mail of a new request; the name of its author takes a part of the details. */
    boolean finish(Form form) {
        return mails.finish(form.value(MAIL), LONGEST - LONGEST_TITLE);
    }
}
