package org.convergence.outreach.newsletter.domain;

import java.time.Instant;
import java.util.Optional;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.platform.mail.BodyCompleter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Withholds the letter that tells a colleague of an issue about to leave, once there is nothing to stop any more. */
@Component
record NewsletterNoticeCompleter(ObjectProvider<NewsletterRepository> repository) implements BodyCompleter {

    @Override
    public String name() {
        return NewsletterSendingService.NOTICE;
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
