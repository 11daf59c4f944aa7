package org.convergence.resources.grant.domain;

import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Proposes last year's calls again, each morning. */
@Component
@Recurrence(name = "grant-yearly-calls", cron = "0 20 8 * * *")
record YearlyCallProposals(GrantCallService calls) implements RecurringWork {

    @Override
    public void run() {
        calls.proposeNextYear();
    }
}
