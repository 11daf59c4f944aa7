package org.convergence.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time as it is, and as much later as a test says. */
public final class MovingClock extends Clock {

    private Duration ahead = Duration.ZERO;

    /** Goes to an instant, from which time goes on. */
    public void goTo(Instant instant) {
        ahead = Duration.between(Instant.now(), instant);
    }

    /** Comes back to the present. */
    public void comeBack() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
