package org.convergence.resources.grant.domain;

import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Proposes last year's calls again, each morning. */
@Component
record YearlyCallProposals(GrantCallService calls) implements RecurringWork {

    @Override
    public String name() {
        return "grant-yearly-calls";
    }

    @Override
    public String cron() {
        return "0 20 8 * * *";
    }

    @Override
    public void run() {
        calls.proposeNextYear();
    }
}
