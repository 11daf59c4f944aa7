package org.convergence.directory.representative.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes links a week after their end, and proposals 90 days after their decision (R-L25-23). */
@Component
@Recurrence(name = "representative-sweep", cron = "0 25 4 * * *")
record RepresentativeCleanup(JdbcClient db, OrganisationSettings settings, Clock clock) implements RecurringWork {

    private static final int DAYS_OF_A_LINK = 7;
    private static final Duration OF_A_PROPOSAL = Duration.ofDays(90);

    @Override
    public void run() {
        db.sql("DELETE FROM directory.representative_link WHERE until < ?")
                .param(settings.today().minusDays(DAYS_OF_A_LINK))
                .update();
        OffsetDateTime before = SqlTime.now(clock).minus(OF_A_PROPOSAL);
        db.sql("DELETE FROM directory.representative_proposal WHERE decided_at < ?")
                .param(before)
                .update();
    }
}
