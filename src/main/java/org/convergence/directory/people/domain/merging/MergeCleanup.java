package org.convergence.directory.people.domain.merging;

import org.convergence.directory.people.domain.DeletedPeopleHistory;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/**
 * Deletes undo data after thirty days, aliases staying, and redacts the history of deleted people after a week
 * (R-L25-23); runs each night.
 */
@Component
@Recurrence(name = "people-sweep", cron = "0 35 4 * * *")
record MergeCleanup(AliasRepository aliases, DeletedPeopleHistory struckOut) implements RecurringWork {

    @Override
    public void run() {
        aliases.deleteExpiredUndo();
        struckOut.redactExpired();
    }
}
