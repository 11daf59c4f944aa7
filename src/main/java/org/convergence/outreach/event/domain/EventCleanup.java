package org.convergence.outreach.event.domain;

import java.time.Clock;
import java.time.LocalDate;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every ten minutes begins the time of offers whose letter left, ends those whose time is over and makes the next ones
 * (R-EVT-4); erases needs and children seven days after an event and keeps the totals of needs (R-EVT-8, R-EVT-9); erases names and addresses {@value #DAYS} days after it, with the links
 * (R-L25-23); a speaker stays where the public page names them.
 */
@Component
@Recurrence(name = "event-sweep", cron = "0 */10 * * * *")
record EventCleanup(
        EventQueries events,
        SeatAllocator seats,
        OrganisationSettings settings,
        JdbcClient db,
        Clock clock,
        TransactionOperations transactions)
        implements RecurringWork {

    private static final int DAYS = 90;

    @Override
    public void run() {
        db.sql("""
                        SELECT DISTINCT event, mode FROM outreach.event_order
                        WHERE state = 'OFFERED' AND coalesce(offered_until <= ?, true) LIMIT 200
                        """)
                .param(SqlTime.now(clock))
                .query(RecordMapper.of(OverdueOffers.class))
                .list()
                .forEach(each -> transactions.executeWithoutResult(
                        status -> seats.refill(events.findById(each.event()), each.mode())));
        LocalDate today = settings.today();
        transactions.executeWithoutResult(status -> eraseNeeds(today.minusDays(EventPolicy.NEED_DAYS)));
        transactions.executeWithoutResult(status -> eraseNames(today.minusDays(DAYS)));
    }

    private record OverdueOffers(EventId event, EventMode mode) {}

    private void eraseNeeds(LocalDate until) {
        db.sql("""
                        WITH over AS (UPDATE outreach.event SET need_totals = outreach.event_count_needs(id),
                                             meal_totals = CASE WHEN meals <> '' THEN outreach.event_count_meals(id) END, version = version + 1
                                      WHERE day <= :until AND need_totals IS NULL RETURNING id)
                        UPDATE outreach.event_seat s SET needs = NULL, need_note = NULL, meals = NULL, children = NULL, pick_up = NULL, child_photos = false
                        FROM outreach.event_order o WHERE o.id = s.event_order AND o.event IN (SELECT id FROM over)
                        """).param("until", until).update();
    }

    private void eraseNames(LocalDate until) {
        db.sql("""
                        UPDATE outreach.event_item i SET speaker = NULL, pictured = false, consent = NULL FROM outreach.event e
                        WHERE e.id = i.event AND e.day <= ? AND i.speaker IS NOT NULL AND NOT i.named
                        """).param(until).update();
        db.sql("""
                        WITH gone AS (UPDATE outreach.event_order o SET contact_name = '', contact_mail = NULL, version = o.version + 1
                                      FROM outreach.event e WHERE e.id = o.event AND e.day <= :until
                                        AND (o.contact_name <> '' OR o.contact_mail IS NOT NULL) RETURNING o.id),
                             unlinked AS (DELETE FROM outreach.event_link WHERE event_order IN (SELECT id FROM gone))
                        UPDATE outreach.event_seat SET name = NULL WHERE event_order IN (SELECT id FROM gone) AND name IS NOT NULL
                        """).param("until", until).update();
    }
}
