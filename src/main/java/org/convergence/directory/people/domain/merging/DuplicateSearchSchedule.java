package org.convergence.directory.people.domain.merging;

import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Starts the search for duplicates each night. */
@Component
record DuplicateSearchSchedule(DuplicateService duplicates) implements RecurringWork {

    @Override
    public String name() {
        return "people-duplicates";
    }

    @Override
    public String cron() {
        return "0 10 3 * * *";
    }

    @Override
    public void run() {
        duplicates.startSearch();
    }
}
