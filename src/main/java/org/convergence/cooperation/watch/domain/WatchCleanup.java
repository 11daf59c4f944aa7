package org.convergence.cooperation.watch.domain;

import java.time.LocalDate;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/**
 * Forgets each night (R-L25-23) the words of entries without an answer after a week, uncounted, and entries that their
 * feed has not held for {@value #GONE_DAYS} days.
 */
@Component
class WatchCleanup implements RecurringWork {

    static final int GONE_DAYS = 90;

    private final FeedRepository feeds;
    private final OrganisationSettings settings;

    WatchCleanup(FeedRepository feeds, OrganisationSettings settings) {
        this.feeds = feeds;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "watch-sweep";
    }

    @Override
    public String cron() {
        return "0 55 4 * * *";
    }

    @Override
    public void run() {
        LocalDate today = settings.today();
        feeds.forget(today.minusDays(WatchPolicy.PROPOSAL_DAYS), today.minusDays(GONE_DAYS));
    }
}
