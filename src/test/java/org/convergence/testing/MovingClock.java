package org.convergence.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The clock of the tests, which a test can move; the next test begins at the present time. */
@Primary
@TestComponent
public final class MovingClock extends Clock {

    private Duration ahead = Duration.ZERO;

    /** Moves to an instant, from which time goes on. */
    public void moveTo(Instant instant) {
        ahead = Duration.between(Instant.now(), instant);
    }

    /** Lets time pass at once, such as the seconds in which a person reads a form. */
    public void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Returns to the present. */
    public void reset() {
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
