package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Each night closes evaluations a week after their session, and deletes data without further use (R-L25-23): expired
 * links; contacts and access needs {@value #DAYS} days after the answer was told and the last session; spam. The history forgets them too.
 */
@Component
@Recurrence(name = "workshop-sweep", cron = "0 42 4 * * *")
record WorkshopCleanup(
        JdbcClient db,
        AuditTrail audit,
        WorkshopLinkRepository links,
        EvaluationService evaluations,
        OrganisationSettings settings,
        TransactionOperations transactions)
        implements RecurringWork {

    static final int DAYS = 90;
    private static final int SPAM_DAYS = 7;

    /** The reason in the history. */
    private static final String WITHOUT = "R-L25-23";

    private static final List<String> CONTACT = List.of("contact_name", "contact_mail", "contact_phone", "access");

    @Override
    public void run() {
        LocalDate today = settings.today();
        transactions.executeWithoutResult(status -> {
            evaluations.closeBefore(today.minusDays(EvaluationPolicy.OPEN_DAYS));
            links.deleteExpired();
            Map<String, Boolean> cleared = db
                    .sql("""
                            UPDATE education.workshop_request r
                            SET contact_name = '', contact_mail = NULL, contact_phone = NULL, access = '',
                                place = CASE kind WHEN 'COPIES' THEN '' ELSE place END, version = version + 1
                            WHERE r.answered_on < :day AND (r.contact_name <> '' OR r.contact_mail IS NOT NULL
                                  OR r.contact_phone IS NOT NULL OR r.access <> '' OR (r.kind = 'COPIES' AND r.place <> ''))
                              AND NOT EXISTS (SELECT FROM education.workshop_session s
                                              WHERE s.request = r.id AND s.state <> 'CANCELLED' AND s.day >= :day)
                              AND NOT EXISTS (SELECT FROM platform.mail_letter_status l
                                              WHERE l.record_id = r.id AND l.matter = 'workshop_request'
                                                AND l.purpose <> 'workshop_received' AND (l.state = 'WAITING' OR l.left_on::date >= :day))
                              AND NOT (""" + WorkshopRequestQueries.UNTOLD + """
                              )
                            RETURNING r.id::text, r.kind = 'COPIES' AS ordered
                            """)
                    .param("day", today.minusDays(DAYS))
                    .query((row, n) -> Map.entry(row.getString("id"), row.getBoolean("ordered")))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            audit.redact(WorkshopRequest.TABLE, List.copyOf(cleared.keySet()), WITHOUT, CONTACT);
            // The address to which copies go is the contact's; the place of a workshop stays.
            audit.redact(
                    WorkshopRequest.TABLE,
                    cleared.keySet().stream().filter(cleared::get).toList(),
                    WITHOUT,
                    List.of("place"));
            List<String> spam = db.sql("""
                            DELETE FROM education.workshop_request WHERE state = 'DISCARDED' AND answered_on < ?
                            RETURNING id::text
                            """)
                    .param(today.minusDays(SPAM_DAYS))
                    .query(String.class)
                    .list();
            audit.redact(WorkshopRequest.TABLE, spam, WITHOUT, List.of());
        });
    }
}
