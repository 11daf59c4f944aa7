package org.convergence.outreach.newsletter.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.LetterStatusService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The text of an issue by language as it was confirmed, and its recipients. */
@Repository
class NewsletterEditionRepository {

    /** The record that a letter regards is a recipient. */
    static final String MATTER = "newsletter_recipient";

    private static final String TAKEN_BACK = "mail.withheld.taken-back";

    private final LetterStatusService statuses;
    private final JdbcClient db;

    NewsletterEditionRepository(LetterStatusService statuses, JdbcClient db) {
        this.statuses = statuses;
        this.db = db;
    }

    /** An issue in a language. */
    record Edition(UUID id, String language, String subject) {}

    void save(NewsletterId newsletter, String language, String subject, LetterContent content) {
        db.sql("""
                        INSERT INTO outreach.newsletter_edition (id, newsletter, language, subject, content)
                        VALUES (:id, :newsletter, :language, :subject, :content)
                        """)
                .param("id", Ids.next())
                .param("newsletter", newsletter.value())
                .param("language", language)
                .param("subject", subject)
                .param("content", Json.of(content).toString())
                .update();
    }

    /** The editions by language. */
    Map<String, Edition> findByNewsletter(NewsletterId newsletter) {
        return db
                .sql("SELECT id, language, subject FROM outreach.newsletter_edition WHERE newsletter = ?")
                .param(newsletter.value())
                .query(Edition.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Edition::language, each -> each));
    }

    LetterContent content(UUID edition) {
        return db.sql("SELECT content FROM outreach.newsletter_edition WHERE id = ?")
                .param(edition)
                .query(String.class)
                .optional()
                .map(content -> Json.parse(content).as(LetterContent.class))
                .orElseThrow(() -> new NotFound("newsletter-edition"));
    }

    void delete(NewsletterId newsletter) {
        db.sql("DELETE FROM outreach.newsletter_edition WHERE newsletter = ?")
                .param(newsletter.value())
                .update();
    }

    /** Takes back the letters that wait, and returns their number. */
    int takeBack(NewsletterId newsletter) {
        List<UUID> waiting = db.sql("""
                        SELECT r.id FROM outreach.newsletter_recipient r
                        JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = r.id
                        WHERE r.newsletter = :newsletter AND s.queued
                        """)
                .param("matter", MATTER)
                .param("newsletter", newsletter.value())
                .query(UUID.class)
                .list();
        return statuses.takeBack(MATTER, waiting);
    }

    /** Forgets the recipients whose letter was taken back, so that they get another one. */
    void deleteTakenBack(NewsletterId newsletter) {
        db.sql("""
                        DELETE FROM outreach.newsletter_recipient r USING platform.mail_letter_status s
                        WHERE s.matter = :matter AND s.record_id = r.id AND r.newsletter = :newsletter
                          AND s.state = 'WITHHELD' AND s.reason = :reason
                        """)
                .param("matter", MATTER)
                .param("reason", TAKEN_BACK)
                .param("newsletter", newsletter.value())
                .update();
    }
}
