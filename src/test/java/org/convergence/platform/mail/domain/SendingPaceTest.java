package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A server that says that we send too much halves the pace for an hour. */
class SendingPaceTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void halvesForAnHourAndOnceAMinute() {
        SendingPace pace = new SendingPace(600, nanos::get);
        assertThat(pace.slowFor()).isNull();
        pace.slow();
        pace.slow();
        assertThat(pace.perMinute()).as("answers that were on their way").isEqualTo(300);
        pass(Duration.ofMinutes(2));
        pace.slow();
        assertThat(pace.perMinute()).isEqualTo(150);
        pass(Duration.ofMinutes(59));
        assertThat(pace.slowFor()).isEqualTo(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));
        assertThat(pace.slowFor()).isNull();
        assertThat(pace.perMinute()).isEqualTo(600);
        assertThat(pace.tryNext()).isTrue();
    }

    @Test
    void neverStopsAndNeverGetsFasterThanTheLimit() {
        SendingPace slow = new SendingPace(8, nanos::get);
        slow.slow();
        assertThat(slow.perMinute()).isEqualTo(8);
        SendingPace pace = new SendingPace(60, nanos::get);
        for (int i = 0; i < 10; i++) {
            pace.slow();
            pass(Duration.ofMinutes(2));
        }
        assertThat(pace.perMinute()).isEqualTo(10);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
