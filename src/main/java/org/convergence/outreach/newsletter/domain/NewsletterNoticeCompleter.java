package org.convergence.outreach.newsletter.domain;

import java.time.Instant;
import java.util.Optional;
import org.convergence.outreach.newsletter.NewsletterId;
import org.convergence.outreach.newsletter.NewsletterState;
import org.convergence.platform.mail.BodyCompleter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Withholds the letter that tells a colleague of an issue about to leave, once there is nothing to stop any more. */
@Component
class NewsletterNoticeCompleter implements BodyCompleter {

    static final String NAME = "newsletter_notice";

    private final ObjectProvider<NewsletterRepository> repository;

    NewsletterNoticeCompleter(ObjectProvider<NewsletterRepository> repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        Newsletter issue = repository.getObject().findById(new NewsletterId(letter.subject()));
        Instant stopped = issue.stoppedAt();
        boolean isMeant = issue.state() == NewsletterState.CONFIRMED
                && (stopped == null || letter.postedAt().isAfter(stopped));
        return isMeant ? Optional.empty() : Optional.of("newsletter.notice.withheld");
    }
}
