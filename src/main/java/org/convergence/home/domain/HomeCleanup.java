package org.convergence.home.domain;

import java.time.LocalDate;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each night, deletes old data (R-L25-23): postponements that ended, Monday mails and reminders older than 90 days, and
 * feed entries older than 400 days.
 */
@Component
@Recurrence(name = "home-sweep", cron = "0 15 4 * * *")
class HomeCleanup implements RecurringWork {

    private final JdbcClient db;
    private final OrganisationSettings settings;

    HomeCleanup(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    @Transactional
    public void run() {
        LocalDate today = settings.today();
        delete("put_off WHERE until < ?", today);
        delete("monday_letter WHERE monday < ?", today.minusDays(90));
        delete("reminder WHERE day < ?", today.minusDays(90));
        delete("feed_entry WHERE greatest(day, gone_at::date) < ?", today.minusDays(400));
    }

    private void delete(String rows, LocalDate before) {
        db.sql("DELETE FROM home." + rows).param(before).update();
    }
}
