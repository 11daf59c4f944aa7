package org.convergence.resources.dues.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Records a call as a realisation once its first letter left or was handed over: before, nobody was asked. */
@Component
@Recurrence(name = "dues-realisations", cron = "35 * * * * *")
record CallRealisationRecorder(
        JdbcClient db, WorkRecorder work, OrganisationSettings settings, TransactionOperations transactions)
        implements RecurringWork {

    /** A call, and when its first letter left. */
    private record AskedCall(UUID id, CallKind kind, String name, Instant askedAt) {}

    @Override
    public void run() {
        transactions.executeWithoutResult(status -> db.sql("""
                        SELECT c.id, c.kind, c.name, a.asked_at
                          FROM resources.dues_call c CROSS JOIN LATERAL (
                                   SELECT min(s.left_on) AS asked_at
                                     FROM resources.dues_share h
                                     JOIN resources.dues_letter l ON l.invoice = h.invoice
                                     JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = l.id
                                    WHERE h.call = c.id) a
                         WHERE c.issued_on IS NOT NULL AND c.recorded_on IS NULL AND a.asked_at IS NOT NULL
                         ORDER BY c.id LIMIT 20 FOR UPDATE OF c SKIP LOCKED
                        """)
                .param("matter", DuesLetterSender.MATTER)
                .query(RecordMapper.of(AskedCall.class))
                .list()
                .forEach(each -> record(each.id(), each.kind(), each.name(), settings.dayOf(each.askedAt()))));
    }

    /** Records a call whose members were asked on a day, unless it is recorded already; in the caller's transaction. */
    void record(UUID id, CallKind kind, String name, LocalDate day) {
        int changed = db.sql("UPDATE resources.dues_call SET recorded_on = ? WHERE id = ? AND recorded_on IS NULL")
                .params(day, id)
                .update();
        if (changed > 0) {
            work.record(
                    new RealisationSource("resources.dues", "call", id.toString(), "/resources/dues/calls/" + id),
                    RealisationKind.REPORT,
                    day,
                    kind == CallKind.ANNUAL ? "dues.realisation" : "dues.realisation.other",
                    name);
        }
    }
}
