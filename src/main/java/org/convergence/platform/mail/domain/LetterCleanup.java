package org.convergence.platform.mail.domain;

import java.time.Clock;
import java.time.Duration;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Erases letters that were sent, given up or withheld 90 days ago (R-L25-23); waiting letters stay. */
@Component
@Recurrence(name = "mail-sweep", cron = "0 10 4 * * *")
record LetterCleanup(LetterErasure erasure, Clock clock) implements RecurringWork {

    static final Duration KEPT = Duration.ofDays(90);

    @Override
    public void run() {
        erasure.eraseOlderThan(SqlTime.now(clock).minus(KEPT));
    }
}
