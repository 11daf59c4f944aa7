package org.convergence.platform.jobs;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Short work that comes back at its time, done by the system in its own name, by one node only. Long work is a
 * {@link Job}, which a recurring one may submit.
 */
public interface Recurring {

    /** Its stable name. */
    String name();

    /** When, as second, minute, hour, day of month, month, day of week: {@code 0 30 2 * * *} is half past two. */
    String cron();

    /** Whose hours these are. */
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** Does it. What it throws is logged; it comes back at its next time. */
    void run();
}
