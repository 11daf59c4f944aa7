package org.convergence.platform.idempotency;

import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Deletes expired responses each night. */
@Component
record IdempotencyCleanup(IdempotencyService requests) implements RecurringWork {

    @Override
    public String name() {
        return "idempotency.forget";
    }

    @Override
    public String cron() {
        return "0 20 4 * * *";
    }

    @Override
    public void run() {
        requests.forget();
    }
}
