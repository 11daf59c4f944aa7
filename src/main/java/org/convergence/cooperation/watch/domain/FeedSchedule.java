package org.convergence.cooperation.watch.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/**
 * Reads the feeds that are due, for a limited time; the others wait for the next run. Each is claimed by one node, and is
 * due again if that node crashes.
 */
@Component
class FeedSchedule implements RecurringWork {

    private static final Duration ROUND = Duration.ofMinutes(4);
    private static final Duration BACK = Duration.ofMinutes(10);

    private final FeedRepository feeds;
    private final FeedUpdater updater;
    private final Clock clock;

    FeedSchedule(FeedRepository feeds, FeedUpdater updater, Clock clock) {
        this.feeds = feeds;
        this.updater = updater;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "watch-feeds";
    }

    @Override
    public String cron() {
        return "45 */10 * * * *";
    }

    @Override
    public void run() {
        Instant begun = clock.instant();
        long end = System.nanoTime() + ROUND.toNanos();
        Optional<WatchFeed> next = feeds.claimDue(begun, begun.plus(BACK));
        while (next.isPresent()) {
            updater.update(next.get());
            next = System.nanoTime() > end ? Optional.empty() : feeds.claimDue(begun, begun.plus(BACK));
        }
    }
}
