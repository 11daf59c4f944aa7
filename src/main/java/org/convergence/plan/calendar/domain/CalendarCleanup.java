package org.convergence.plan.calendar.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AfterRestoreHook;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes old data (R-L25-23): entries before the window, answers after a year unless their series still recurs, and
 * the calendars of accounts without the permission (R-ROLE-3). After a restore, calendars are read as if for the first
 * time, since no backup holds their entries.
 */
@Component
@Recurrence(name = "calendar-sweep", cron = "0 20 4 * * *")
record CalendarCleanup(AccountActors accounts, JdbcClient db, Clock clock) implements RecurringWork, AfterRestoreHook {

    private static final Duration ANSWERS = Duration.ofDays(365);

    @Override
    public void run() {
        Instant now = clock.instant();
        db.sql("DELETE FROM plan.calendar_source WHERE owner <> ALL (?)")
                .param(accounts.findAll().stream()
                        .filter(actor -> actor.may(CalendarPermissions.OWN))
                        .map(Actor::id)
                        .toArray(UUID[]::new))
                .update();
        db.sql("DELETE FROM plan.calendar_entry WHERE ends_at < ?")
                .param(SqlTime.at(now.minus(Duration.ofDays(EntryWindow.DAYS_BACK + 1))))
                .update();
        db.sql("""
                        DELETE FROM plan.calendar_answer a WHERE at < ?
                        AND NOT EXISTS (SELECT FROM plan.calendar_entry e WHERE e.owner = a.owner AND e.series = a.key)
                        """).param(SqlTime.at(now.minus(ANSWERS))).update();
    }

    @Override
    public void afterRestore(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("UPDATE plan.calendar_source SET etag = NULL, last_modified = NULL, entries = 0,"
                    + " next_at = CASE WHEN address IS NOT NULL THEN connected_at END");
        }
    }
}
