package org.convergence.platform.database;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments as parameters of SQL, whose type for them is a date and time with its offset. */
public final class SqlTime {

    private SqlTime() {}

    /** The present moment. */
    public static OffsetDateTime now(Clock clock) {
        return at(clock.instant());
    }

    /** A moment. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
