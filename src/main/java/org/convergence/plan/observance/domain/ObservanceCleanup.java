package org.convergence.plan.observance.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Each night notes the days that passed without an answer: {@value #DAYS} days later nothing about them is still to be done. */
@Component
class ObservanceCleanup implements RecurringWork {

    private static final int DAYS = 7;

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final TransactionOperations transactions;

    ObservanceCleanup(JdbcClient db, OrganisationSettings settings, TransactionOperations transactions) {
        this.db = db;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "observance-sweep";
    }

    @Override
    public String cron() {
        return "0 35 6 * * *";
    }

    @Override
    public void run() {
        LocalDate over = settings.today().minusDays(DAYS);
        transactions.executeWithoutResult(status -> {
            List<UUID> passed = db.sql("""
                            SELECT o.id FROM plan.observance o
                            WHERE o.ended_on IS NULL AND make_date(:year, o.month, o.day) BETWEEN o.since AND :over
                              AND NOT EXISTS (SELECT FROM plan.observance_year y WHERE y.observance = o.id AND y.year = :year)
                            """)
                    .param("year", over.getYear())
                    .param("over", over)
                    .query(UUID.class)
                    .list();
            for (UUID each : passed) {
                db.sql("INSERT INTO plan.observance_year (id, observance, year, state) VALUES (?, ?, ?, 'PASSED')")
                        .params(Ids.next(), each, over.getYear())
                        .update();
            }
        });
    }
}
