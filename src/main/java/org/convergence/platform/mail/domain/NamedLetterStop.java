package org.convergence.platform.mail.domain;

import java.time.Clock;
import java.util.UUID;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.shell.PublicWords;
import org.convergence.platform.shell.WithheldRecords.RecordsWithheld;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Withholds the letters that wait with the name of a person who is being sealed, in the same transaction. One on its way may
 * have arrived; it is not queued again if it did not.
 */
@Component
class NamedLetterStop {

    static final String REASON = "mail.withheld.named";

    private final JdbcClient db;
    private final Clock clock;

    NamedLetterStop(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Letters that have not left. */
    @Bean
    static PublicWords letterWords() {
        return new PublicWords("""
                SELECT id, CAST(NULL AS text), concat_ws(E'\\n', subject, body)
                FROM platform.mail_message WHERE state IN ('QUEUED', 'SENDING', 'PERHAPS_SENT')
                """);
    }

    @EventListener
    void withhold(RecordsWithheld named) {
        db.sql("""
                        UPDATE platform.mail_message
                           SET state = CASE WHEN cut_off OR state = 'SENDING' THEN 'FAILED' ELSE 'WITHHELD' END,
                               cut_off = cut_off OR state = 'SENDING', problem = :reason, next_at = :now
                         WHERE id = ANY (:ids) AND state IN ('QUEUED', 'SENDING', 'PERHAPS_SENT')
                        """)
                .param("reason", REASON)
                .param("now", SqlTime.now(clock))
                .param("ids", named.ids().toArray(UUID[]::new))
                .update();
    }
}
