package org.convergence.plan.observance.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Each night notes the days that passed without an answer: a week later nothing about them is still to be done. */
@Component
@Recurrence(name = "observance-sweep", cron = "0 35 6 * * *")
record ObservanceCleanup(JdbcClient db, OrganisationSettings settings, TransactionOperations transactions)
        implements RecurringWork {

    @Override
    public void run() {
        LocalDate over = settings.today().minusDays(ObservanceQueries.DAYS_TO_ANSWER);
        transactions.executeWithoutResult(status -> db.sql("""
                        SELECT o.id, y.year FROM plan.observance o
                        CROSS JOIN generate_series(CAST(extract(year FROM o.since) AS integer), :year) AS y(year)
                        LEFT JOIN plan.observance_year a ON a.observance = o.id AND a.year = y.year
                        CROSS JOIN LATERAL (SELECT coalesce(a.date, make_date(y.year, o.month, o.day)) AS day) AS d
                        WHERE o.ended_on IS NULL AND o.kind = 'DAY' AND a.state IS NULL AND d.day >= o.since AND d.day < :over
                        """)
                .param("year", over.getYear())
                .param("over", over)
                .query(RecordMapper.of(PassedDay.class))
                .list()
                .forEach(each ->
                        db.sql("""
                                INSERT INTO plan.observance_year (id, observance, year, state) VALUES (?, ?, ?, 'PASSED')
                                ON CONFLICT (observance, year) DO UPDATE SET state = 'PASSED', version = observance_year.version + 1""").params(Ids.next(), each.id(), each.year()).update()));
    }

    private record PassedDay(UUID id, int year) {}
}
