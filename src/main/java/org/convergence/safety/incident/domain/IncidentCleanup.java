package org.convergence.safety.incident.domain;

import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes what is told of incidents each night, {@value #YEARS} years after their closing (R-L25-23); kind, day and
 * lessons stay for the figures.
 */
@Component
class IncidentCleanup implements RecurringWork {

    static final int YEARS = 5;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    IncidentCleanup(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "incident-sweep";
    }

    @Override
    public String cron() {
        return "0 55 4 * * *";
    }

    @Override
    public void run() {
        db.sql(
                        "DELETE FROM safety.incident_entry e USING safety.incident i WHERE i.id = e.incident AND i.closed_on < ?")
                .param(settings.today().minusYears(YEARS))
                .update();
    }
}
