package org.convergence.resources.grant.domain;

import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Proposes last year's calls again, each morning. */
@Component
class YearlyCallProposals implements RecurringWork {

    private final GrantCallService calls;

    YearlyCallProposals(GrantCallService calls) {
        this.calls = calls;
    }

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
