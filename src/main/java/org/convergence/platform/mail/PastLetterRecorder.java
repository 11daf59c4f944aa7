package org.convergence.platform.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives letters a past: those of the example organisation, from which nothing leaves. */
@Component
public class PastLetterRecorder {

    private final JdbcClient db;
    private final BounceRegistry bounces;

    PastLetterRecorder(JdbcClient db, BounceRegistry bounces) {
        this.db = db;
        this.bounces = bounces;
    }

    /**
     * Marks the waiting letters of records as sent, in the caller's transaction.
     *
     * @param returned the addresses whose letter came back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordSent(String matter, Collection<UUID> records, Instant at, Collection<String> returned) {
        db.sql("""
                        UPDATE platform.mail_message
                           SET state = CASE WHEN recipient = ANY (:returned) THEN 'FAILED' ELSE 'SENT' END,
                               problem = CASE WHEN recipient = ANY (:returned) THEN 'BOUNCED' END,
                               attempts = 1, posted_at = :at, next_at = :at, sent_at = :at
                         WHERE matter = :matter AND record_id = ANY (:records) AND state = 'QUEUED'
                        """)
                .param("returned", returned.toArray(String[]::new))
                .param("at", SqlTime.at(at))
                .param("matter", matter)
                .param("records", records.toArray(UUID[]::new))
                .update();
        returned.forEach(bounces::recordFailure);
    }
}
