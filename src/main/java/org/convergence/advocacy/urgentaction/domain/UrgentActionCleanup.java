package org.convergence.advocacy.urgentaction.domain;

import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Each night keeps the counts of actions whose last day is over, deletes links that no longer open anything, and
 * forgets the names of signers two years after the closing (R-L25-23).
 */
@Component
class UrgentActionCleanup implements RecurringWork {

    private static final int YEARS = 2;
    private static final int AT_ONCE = 200;

    private final UrgentActionRepository actions;
    private final SignOnRepository signOns;
    private final SignOnCounter counter;
    private final OrganisationSettings settings;
    private final TransactionOperations transactions;

    UrgentActionCleanup(
            UrgentActionRepository actions,
            SignOnRepository signOns,
            SignOnCounter counter,
            OrganisationSettings settings,
            TransactionOperations transactions) {
        this.actions = actions;
        this.signOns = signOns;
        this.counter = counter;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "urgentaction-sweep";
    }

    @Override
    public String cron() {
        return "0 50 4 * * *";
    }

    @Override
    public void run() {
        transactions.executeWithoutResult(status -> {
            actions.findToFreeze(settings.today(), AT_ONCE).forEach(counter::freeze);
            signOns.deleteExpiredLinks();
            signOns.forgetSigners(settings.today().minusYears(YEARS));
        });
    }
}
