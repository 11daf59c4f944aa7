package org.convergence.advocacy.dialogue.domain;

import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the addresses of mandates that are over, each night (R-ADV-6, R-L25-23). */
@Component
class MandateCleanup implements RecurringWork {

    private final JdbcClient db;
    private final OrganisationSettings settings;

    MandateCleanup(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "dialogue-sweep";
    }

    @Override
    public String cron() {
        return "0 55 4 * * *";
    }

    @Override
    public void run() {
        db.sql("""
                        UPDATE advocacy.dialogue_mandate SET mail = '', phone = '', address = ''
                        WHERE until_on < ? AND mail || phone || address <> ''
                        """).param(settings.today()).update();
    }
}
