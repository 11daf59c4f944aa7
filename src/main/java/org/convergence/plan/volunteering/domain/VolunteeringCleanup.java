package org.convergence.plan.volunteering.domain;

import java.time.LocalDate;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Each night ends the offers whose day has passed, and erases the names and addresses of people who took a task, a year
 * after it: the hours stay (R-L25-23).
 */
@Component
@Recurrence(name = "volunteering-sweep", cron = "0 25 6 * * *")
record VolunteeringCleanup(JdbcClient db, OrganisationSettings settings, TransactionOperations transactions)
        implements RecurringWork {

    @Override
    public void run() {
        LocalDate today = settings.today();
        transactions.executeWithoutResult(status -> {
            db.sql("""
                            UPDATE plan.volunteering_task SET closed_on = :today, version = version + 1
                            WHERE closed_on IS NULL AND due_on < :today
                            """).param("today", today).update();
            db.sql("""
                            UPDATE plan.volunteering_sign_up s SET name = NULL, mail = NULL, version = s.version + 1
                            FROM plan.volunteering_task k WHERE k.id = s.task AND k.due_on < ? AND s.name IS NOT NULL
                            """).param(today.minusYears(1)).update();
        });
    }
}
