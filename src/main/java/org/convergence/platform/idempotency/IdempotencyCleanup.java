package org.convergence.platform.idempotency;

import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Deletes expired responses each night. */
@Component
@Recurrence(name = "idempotency.forget", cron = "0 20 4 * * *")
record IdempotencyCleanup(IdempotencyService requests) implements RecurringWork {

    @Override
    public void run() {
        requests.forget();
    }
}
