package org.convergence.outreach.newsletter.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.convergence.identity.AccountActors;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Tells colleagues that an issue is confirmed, and that they may stop it. */
@Component
public record NewsletterNoticeSender(Outbox outbox, AccountActors accounts, RecipientWords words, BaseUrl baseUrl) {

    /** Matter, purpose and completer of these letters. */
    public static final String NOTICE = "newsletter_notice";

    void send(Actor colleague, NewsletterId id, String subject, Actor by, Instant leavesAt) {
        accounts.findMail(colleague.id()).ifPresent(mail -> {
            Words t = words.forLanguage(colleague.language());
            outbox.post(new Letter(
                            mail,
                            t.say("newsletter.notice.subject", subject),
                            LetterContent.of(
                                    t,
                                    List.of(
                                            new LetterBlock.LetterParagraph(t.say(
                                                    "newsletter.notice.text",
                                                    by.label(),
                                                    subject,
                                                    t.dateTime(leavesAt))),
                                            new LetterBlock.Button(
                                                    t.say("newsletter.notice.open"),
                                                    baseUrl.value() + "/outreach/newsletter/" + id.value()))),
                            NOTICE,
                            new Letter.Completion(NOTICE, id.value()))
                    .regarding(NOTICE, id.value()));
        });
    }

    /** Withholds the letter that tells a colleague of an issue about to leave, once there is nothing to stop any more. */
    @Bean
    static BodyCompleter newsletterNoticeCompleter(ObjectProvider<NewsletterRepository> repository, Clock clock) {
        return BodyCompleter.of(
                NOTICE,
                letter -> repository
                        .getObject()
                        .findById(new NewsletterId(letter.subject()))
                        .isStillAnnounced(letter.postedAt(), clock.instant()),
                "newsletter.notice.withheld");
    }
}
