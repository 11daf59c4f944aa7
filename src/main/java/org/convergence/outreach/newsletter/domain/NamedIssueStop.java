package org.convergence.outreach.newsletter.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.platform.shell.PublicWords;
import org.convergence.platform.shell.WithheldRecords.RecordsWithheld;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops the issues that name a person who is being sealed, in the same transaction: one that has not begun to leave is a
 * draft again, one that was to be sent on stays stopped, the letters of another one wait.
 */
@Component
class NamedIssueStop {

    private final NewsletterRepository repository;
    private final NewsletterEditionRepository editions;
    private final SegmentAudience audience;
    private final JdbcClient db;

    NamedIssueStop(
            NewsletterRepository repository,
            NewsletterEditionRepository editions,
            SegmentAudience audience,
            JdbcClient db) {
        this.repository = repository;
        this.editions = editions;
        this.audience = audience;
        this.db = db;
    }

    /** Issues that are in the public archive, on their way, or may leave still; each of their languages has the words of all. */
    @Bean
    static PublicWords issueWords() {
        return new PublicWords("""
                SELECT e.id, '/outreach/newsletter/' || n.id,
                       (SELECT string_agg(concat_ws(E'\\n', w.subject, w.content), E'\\n')
                          FROM outreach.newsletter_edition w WHERE w.newsletter = n.id)
                FROM outreach.newsletter n JOIN outreach.newsletter_edition e ON e.newsletter = n.id
                WHERE n.archived_at IS NOT NULL OR n.state IN ('CONFIRMED', 'SENDING', 'PAUSED', 'STOPPED', 'HANDED_OVER')
                   OR EXISTS (SELECT FROM outreach.newsletter_recipient r
                              JOIN platform.mail_letter_status s ON s.matter = 'newsletter_recipient' AND s.record_id = r.id
                              WHERE r.newsletter = n.id AND s.queued)
                """);
    }

    @EventListener
    void stop(RecordsWithheld named) {
        db.sql("SELECT newsletter FROM outreach.newsletter_edition WHERE id = ANY (?)")
                .param(named.ids().toArray(UUID[]::new))
                .query(UUID.class)
                .set()
                .forEach(each -> stop(new NewsletterId(each)));
    }

    private void stop(NewsletterId id) {
        Newsletter issue = repository.lock(id);
        NewsletterState state = issue.state();
        if (issue.startedAt() != null && (state == NewsletterState.CONFIRMED || state == NewsletterState.STOPPED)) {
            // Those who got it have its edition, and had the letter of their week.
            repository.update(id, Map.of("state", NewsletterState.STOPPED, "pause_reason", Newsletter.NAMED));
        } else if (state == NewsletterState.CONFIRMED) {
            editions.delete(id);
            audience.forgetLetters(id.value());
            repository.update(id, Map.of("state", NewsletterState.DRAFT, "pause_reason", Newsletter.NAMED));
        } else if (editions.takeBack(id) > 0 || state == NewsletterState.SENDING) {
            repository.update(id, Map.of("state", NewsletterState.PAUSED, "pause_reason", Newsletter.NAMED));
        }
    }
}
