package org.convergence.outreach.newsletter.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.LetterStatusService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each minute: begins the sending of issues whose time has come, and pauses one of which too many letters are refused.
 * Without a mail server an issue stays confirmed: it is neither numbered nor a realisation before it can leave. One that
 * could not leave for a day becomes a draft again: what it says may no longer be true. Pictures whose consent is over go.
 */
@Component
@Recurrence(name = "newsletter-departures", cron = "5 * * * * *")
record NewsletterSchedule(
        NewsletterRepository repository,
        NewsletterSendingService sending,
        NewsletterPictureService pictures,
        NewsletterRealisationRecorder realisations,
        LetterStatusService statuses,
        JdbcClient db,
        Clock clock)
        implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(NewsletterSchedule.class);
    private static final Duration WATCHED = Duration.ofDays(2);
    private static final Duration LATEST = Duration.ofDays(1);

    @Override
    public void run() {
        Instant now = clock.instant();
        repository.findUnderWay(now.minus(LATEST), now).forEach(each -> sending.expire(each.id(), now.minus(LATEST)));
        if (statuses.isMailSet()) {
            depart();
        }
        realisations.recordDepartures();
        pictures.findExpired().forEach(this::deleteExpired);
        realisations.freeNumbers();
        settle(now);
    }

    /** Notes the issues of which no letter waits any more; a letter taken back later changes nothing. */
    private void settle(Instant now) {
        db.sql("""
                        UPDATE outreach.newsletter n SET settled_at = :now
                         WHERE n.state = 'SENT' AND NOT n.sent_elsewhere AND n.recorded_on IS NOT NULL
                           AND (n.settled_at IS NULL OR n.settled_at < n.ended_at)
                           AND NOT EXISTS (SELECT FROM outreach.newsletter_recipient r
                                             JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = r.id
                                            WHERE r.newsletter = n.id AND s.in_hand AND s.state = 'WAITING')
                        """)
                .param("now", SqlTime.at(now))
                .param("matter", NewsletterEditionRepository.MATTER)
                .update();
    }

    /** Each in a transaction of its own: one that fails keeps no other on line, nor the sending from going on. */
    private void deleteExpired(NewsletterPicture picture) {
        try {
            pictures.deleteExpired(picture);
        } catch (RuntimeException e) {
            LOG.error("Cannot take out the picture {} whose consent is over", picture.id(), e);
        }
    }

    void depart() {
        Instant now = clock.instant();
        for (Newsletter issue : repository.findUnderWay(now, now.minus(WATCHED))) {
            if (issue.state() == NewsletterState.CONFIRMED) {
                sending.start(issue.id());
            } else if (countErrors(issue) >= issue.mostErrors()) {
                pause(issue);
            } else if (issue.state() == NewsletterState.SENDING) {
                sending.continueSending(issue.id());
            }
        }
    }

    private void pause(Newsletter issue) {
        try {
            sending.pause(issue.id(), "newsletter.paused.errors");
        } catch (Refused everythingLeft) {
            // Nothing waits any more, so there is nothing to pause.
            return;
        }
    }

    private int countErrors(Newsletter issue) {
        return db.sql("""
                        SELECT count(*) FROM outreach.newsletter_recipient r
                        JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = r.id
                        WHERE r.newsletter = :newsletter AND s.state = 'REFUSED'
                        """)
                .param("matter", NewsletterEditionRepository.MATTER)
                .param("newsletter", issue.id().value())
                .query(Integer.class)
                .single();
    }
}
