package org.convergence.cooperation.fieldwork.domain;

import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes links a week after their last day, with their telephones, keys and parts of photographs (R-L25-23). In that
 * week they open nothing; a revoked one tells its telephones to forget until its last day.
 */
@Component
class FieldworkCleanup implements RecurringWork {

    private static final int DAYS = 7;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    FieldworkCleanup(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "fieldwork-sweep";
    }

    @Override
    public String cron() {
        return "0 55 4 * * *";
    }

    @Override
    public void run() {
        db.sql("DELETE FROM cooperation.fieldwork_link WHERE until < ?")
                .param(settings.today().minusDays(DAYS))
                .update();
    }
}
