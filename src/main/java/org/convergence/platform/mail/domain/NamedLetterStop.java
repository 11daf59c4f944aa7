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
 * have arrived; it is not queued again if it did not. Nor is one that was delivered otherwise, if that is undone later.
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

    /** Letters that have not left, and those that would wait again if their delivery is undone. */
    @Bean
    static PublicWords letterWords() {
        return new PublicWords("""
                SELECT id, CAST(NULL AS text), concat_ws(E'\\n', subject, body)
                FROM platform.mail_message WHERE coalesce(state_before, state) IN ('QUEUED', 'SENDING', 'PERHAPS_SENT')
                """);
    }

    @EventListener
    void withhold(RecordsWithheld named) {
        db.sql("""
                        UPDATE platform.mail_message m
                           SET state = CASE WHEN m.state_before IS NULL THEN next.state ELSE m.state END,
                               state_before = CASE WHEN m.state_before IS NOT NULL THEN next.state END,
                               problem = CASE WHEN m.state_before IS NULL THEN :reason ELSE m.problem END,
                               problem_before = CASE WHEN m.state_before IS NOT NULL THEN :reason END,
                               cut_off = next.cut_off, next_at = :now
                          FROM (SELECT id, cut_off OR coalesce(state_before, state) = 'SENDING' AS cut_off,
                                       CASE WHEN cut_off OR coalesce(state_before, state) = 'SENDING' THEN 'FAILED'
                                            ELSE 'WITHHELD' END AS state
                                  FROM platform.mail_message
                                 WHERE id = ANY (:ids) AND coalesce(state_before, state) IN ('QUEUED', 'SENDING', 'PERHAPS_SENT')) next
                         WHERE m.id = next.id
                        """)
                .param("reason", REASON)
                .param("now", SqlTime.now(clock))
                .param("ids", named.ids().toArray(UUID[]::new))
                .update();
    }
}
