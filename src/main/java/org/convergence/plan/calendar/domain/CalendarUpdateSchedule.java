package org.convergence.plan.calendar.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/**
 * Reads the calendars that are due, for a limited time; the others wait for the next run. Each is claimed by one node,
 * and is due again if that node crashes. Calendars of accounts without the permission are skipped (R-ROLE-3).
 */
@Component
@Recurrence(name = "calendar-rounds", cron = "30 */5 * * * *")
record CalendarUpdateSchedule(
        CalendarSourceRepository sources, CalendarUpdater updater, AccountActors accounts, Clock clock)
        implements RecurringWork {

    private static final Duration ROUND = Duration.ofMinutes(4);
    private static final Duration BACK = Duration.ofMinutes(10);

    @Override
    public void run() {
        Instant begun = clock.instant();
        long end = System.nanoTime() + ROUND.toNanos();
        Optional<CalendarSourceRepository.CalendarSource> next = sources.claimDue(begun, begun.plus(BACK));
        while (next.isPresent()) {
            if (mayConnect(next.get().owner())) {
                updater.update(next.get());
            }
            next = System.nanoTime() > end ? Optional.empty() : sources.claimDue(begun, begun.plus(BACK));
        }
    }

    private boolean mayConnect(UUID owner) {
        return accounts.find(owner)
                .filter(actor -> actor.may(CalendarPermissions.OWN))
                .isPresent();
    }
}
