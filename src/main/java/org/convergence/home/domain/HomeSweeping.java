package org.convergence.home.domain;

import java.time.LocalDate;
import org.convergence.platform.jobs.Recurring;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets go, each night, of what tells nobody anything any more (R-L25-23): what was put off until a day that came, weeks
 * that were written and reminders that went a season ago, and what calendars were told of days more than a year back.
 */
@Component
class HomeSweeping implements Recurring {

    private final JdbcClient db;
    private final OrganisationSettings settings;

    HomeSweeping(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "home-sweep";
    }

    @Override
    public String cron() {
        return "0 15 4 * * *";
    }

    @Override
    @Transactional
    public void run() {
        LocalDate today = settings.today();
        forget("put_off WHERE until < ?", today);
        forget("monday_letter WHERE monday < ?", today.minusDays(90));
        forget("reminder WHERE day < ?", today.minusDays(90));
        forget("feed_entry WHERE greatest(day, gone_at::date) < ?", today.minusDays(400));
    }

    private void forget(String rows, LocalDate before) {
        db.sql("DELETE FROM home." + rows).param(before).update();
    }
}
