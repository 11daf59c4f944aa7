package org.convergence.directory.people.domain.merging;

import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Starts the search for duplicates each night. */
@Component
@Recurrence(name = "people-duplicates", cron = "0 10 3 * * *")
record DuplicateSearchSchedule(DuplicateService duplicates) implements RecurringWork {

    @Override
    public void run() {
        duplicates.startSearch();
    }
}
